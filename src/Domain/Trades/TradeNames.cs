namespace OrleansWallet.Domain.Trades;

/// <summary>The names of trade statuses on the wire.</summary>
public static class TradeNames
{
    public static string Of(TradeStatus status) => status switch
    {
        TradeStatus.Requested => "requested",
        TradeStatus.Escrowing => "escrowing",
        TradeStatus.Escrowed => "escrowed",
        TradeStatus.Paid => "paid",
        TradeStatus.Releasing => "releasing",
        TradeStatus.Completed => "completed",
        TradeStatus.Cancelling => "cancelling",
        TradeStatus.Cancelled => "cancelled",
        TradeStatus.Expiring => "expiring",
        TradeStatus.Expired => "expired",
        TradeStatus.Rejected => "rejected",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string Of(DisputeStatus dispute) => dispute switch
    {
        DisputeStatus.None => "none",
        DisputeStatus.Open => "open",
        DisputeStatus.UnderReview => "under_review",
        DisputeStatus.Decided => "decided",
        _ => throw new ArgumentOutOfRangeException(nameof(dispute)),
    };

    public static bool IsStatus(string name) => Find(name) is not null;

    /// <exception cref="FormatException">It is no status.</exception>
    public static TradeStatus Parse(string name) =>
        Find(name) ?? throw new FormatException($"'{name}' is not a trade's status");

    private static TradeStatus? Find(string name)
    {
        foreach (var status in Enum.GetValues<TradeStatus>())
        {
            if (Of(status) == name)
            {
                return status;
            }
        }

        return null;
    }
}
