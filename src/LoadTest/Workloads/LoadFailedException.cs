namespace OrleansWallet.LoadTest.Workloads;

/// <summary>A run can't go on, or not begin; the message says why.</summary>
internal sealed class LoadFailedException(string message) : Exception(message);
