namespace OrleansWallet.LoadTest.Http;

/// <summary>What is needed of a receipt.</summary>
/// <param name="Status"><c>completed</c>, <c>in_progress</c> or <c>returned</c>.</param>
internal readonly record struct ReceiptAnswer(
    string? TransactionId, string? Status, string? BalanceAfter)
{
    public const string Completed = "completed";
    public const string InProgress = "in_progress";
}
