namespace OrleansWallet.Chaos.Grid;

/// <summary>An entry of a wallet's history; sums are decimal strings.</summary>
public sealed record HistoryEntry(
    string TransactionId, string UserId, string Currency, string Account, string Amount,
    string TransactionType, string Direction, string ReferenceId, string? Counterparty,
    string BalanceAfter, long Version);
