namespace OrleansWallet.Chaos;

/// <summary>The run could not be set up or go on: nothing is said about the grid.</summary>
public sealed class ChaosSetupException(string message) : Exception(message);
