namespace OrleansWallet.Simulation.Audit;

/// <summary>A hold as the auditor sees it.</summary>
internal sealed record ModelHold(
    int Account, string Currency, Int128 Remaining, DateTimeOffset? ExpiresAt);
