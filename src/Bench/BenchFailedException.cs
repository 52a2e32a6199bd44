namespace OrleansWallet.Bench;

/// <summary>A measurement that can't be had; the message says why, for people.</summary>
internal sealed class BenchFailedException(string message) : Exception(message);
