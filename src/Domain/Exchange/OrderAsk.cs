using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Domain.Exchange;

/// <summary>What is to be exchanged, and at which market price.</summary>
/// <param name="User">Who exchanges.</param>
/// <param name="Type">How.</param>
/// <param name="From">The currency that the user pays.</param>
/// <param name="To">The currency that the user gets.</param>
/// <param name="Amount">Of one of the two: that side is exact, the other follows.</param>
public sealed record OrderAsk(
    WalletId User, OrderType Type, Currency From, Currency To, Amount Amount)
{
    /// <summary>
    /// The market's price: of one unit of the amount's currency, in the other one. A decimal
    /// string; null when it is not known.
    /// </summary>
    public string? Price { get; init; }

    /// <summary>The price is too old to trade at.</summary>
    public bool IsStale { get; init; }

    /// <summary>
    /// Spot only: the highest price at which to buy, the lowest at which to sell; a decimal
    /// string.
    /// </summary>
    public string? LimitPrice { get; init; }

    public WalletId? Referrer { get; init; }

    /// <summary>True when the user pays exactly the amount, false when he gets it.</summary>
    public bool IsPaying => Amount.Currency.Equals(From);
}
