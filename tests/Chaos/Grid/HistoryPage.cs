namespace OrleansWallet.Chaos.Grid;

/// <summary>A page of a history; the cursor is null on the last one.</summary>
public sealed record HistoryPage(IReadOnlyList<HistoryEntry> Transactions, string? NextCursor);
