namespace OrleansWallet.LoadTest.Http;

/// <summary>A page of a wallet's history; the cursor is null on the last one.</summary>
internal sealed record HistoryPage(IReadOnlyList<HistoryEntry>? Transactions, string? NextCursor);
