using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.Trades;

/// <summary>What somebody wants of an offer. Closed: the nested records are all.</summary>
public abstract record OfferAction : ProcessAction
{
    private OfferAction()
    {
    }

    public sealed record Create(
        WalletId Owner, TradeSide Side, Currency Currency, string Fiat, OfferTerms Terms,
        OfferStatus Status) : OfferAction;

    /// <summary>Changes what is given; null leaves it.</summary>
    public sealed record Change(OfferTerms? Terms, OfferStatus? Status) : OfferAction;

    /// <summary>A trade takes its part.</summary>
    /// <param name="Price">At the price that its maker saw.</param>
    /// <param name="AskedAt">When the trade was made; a late message is refused.</param>
    public sealed record Reserve(
        string Trade, Amount Amount, string Price, DateTimeOffset AskedAt) : OfferAction;

    /// <summary>A trade is over: its part is used, or free again.</summary>
    public sealed record Settle(string Trade, bool Completed) : OfferAction;
}
