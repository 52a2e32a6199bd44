namespace OrleansWallet.Api.Balances;

/// <summary>Something that a user is told besides balances. Sums are decimal strings.</summary>
/// <param name="Method">The message's name at the hub.</param>
public abstract record UserNotice(
    [property: System.Text.Json.Serialization.JsonIgnore] string Method)
{
    /// <summary>What is sent.</summary>
    internal virtual object Payload => this;

    public sealed record TransactionCompleted(
        string TransactionId, string Type, string Amount, string Currency, string Timestamp)
        : UserNotice(HubMethods.TransactionCompleted);

    /// <param name="TransactionId">Null: what was refused has none.</param>
    /// <param name="Reason">The problem's code.</param>
    public sealed record TransactionFailed(
        string? TransactionId, string Type, string Amount, string Currency, string Reason,
        string Timestamp)
        : UserNotice(HubMethods.TransactionFailed);

    /// <param name="Operation">What was tried, e.g. <c>transfer</c>.</param>
    public sealed record BalanceInsufficient(
        string RequiredAmount, string AvailableBalance, string Currency, string Operation,
        string Timestamp)
        : UserNotice(HubMethods.BalanceInsufficient);

    /// <summary>A trade of the user's changed.</summary>
    public sealed record TradeUpdated(Trades.TradeBody Trade) : UserNotice(HubMethods.TradeUpdated)
    {
        internal override object Payload => Trade;
    }
}
