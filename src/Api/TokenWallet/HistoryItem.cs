namespace OrleansWallet.Api.TokenWallet;

/// <summary>One line of the history on display.</summary>
/// <param name="Id">The transaction's id.</param>
/// <param name="Type">Its transaction type.</param>
/// <param name="Amount">A decimal string, always above zero.</param>
/// <param name="Currency">Of the amount.</param>
/// <param name="Direction"><c>credit</c>, <c>debit</c>, <c>lock</c>, <c>unlock</c> or
/// <c>release</c>.</param>
/// <param name="Status"><c>completed</c>, <c>in_progress</c> or <c>returned</c>.</param>
/// <param name="Timestamp">RFC 3339 UTC.</param>
public sealed record HistoryItem(
    string Id, string Type, string Amount, string Currency, string Direction, string Status,
    string Timestamp);
