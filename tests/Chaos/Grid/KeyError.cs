namespace OrleansWallet.Chaos.Grid;

/// <summary>Why a key was refused.</summary>
public sealed record KeyError(string Code);
