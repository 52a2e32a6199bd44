namespace OrleansWallet.LoadTest.Replay;

/// <summary>The grid took a row and did not do with it what it was asked.</summary>
internal sealed class ReplayFailedException(string message) : Exception(message);
