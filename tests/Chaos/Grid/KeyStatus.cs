namespace OrleansWallet.Chaos.Grid;

/// <summary>What the grid says became of a key.</summary>
public sealed record KeyStatus(string Status, Receipt? Receipt, KeyError? Error);
