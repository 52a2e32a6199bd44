namespace OrleansWallet.LoadTest.Http;

/// <summary>One entry of a wallet's history; amounts are decimal texts in whole units.</summary>
/// <param name="Direction"><c>credit</c>, <c>debit</c>, <c>lock</c>, <c>unlock</c>, …</param>
/// <param name="Counterparty">The other wallet, or <c>world:…</c>; may be missing.</param>
internal sealed record HistoryEntry(
    string? ReferenceId,
    string? Direction,
    string? Currency,
    string? Amount,
    string? BalanceAfter,
    string? Counterparty,
    long Version);
