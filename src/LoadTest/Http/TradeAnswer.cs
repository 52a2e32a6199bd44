namespace OrleansWallet.LoadTest.Http;

/// <summary>What is needed of a trade; the fee is a decimal text in whole units.</summary>
internal readonly record struct TradeAnswer(string? TradeId, string? Status, string? Fee)
{
    public const string Completed = "completed";
}
