namespace OrleansWallet.Chaos.Grid;

/// <summary>An open hold; sums are decimal strings.</summary>
public sealed record OpenHold(string ReferenceId, string Currency, string Remaining);
