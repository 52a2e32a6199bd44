namespace OrleansWallet.Chaos.Grid;

/// <summary>The open holds of a wallet.</summary>
public sealed record OpenHolds(IReadOnlyList<OpenHold> Holds);
