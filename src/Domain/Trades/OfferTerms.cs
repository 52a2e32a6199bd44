using System.Collections.Immutable;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Domain.Trades;

/// <summary>What an owner says of an offer.</summary>
/// <param name="Price">Fiat for one whole unit; a positive decimal string.</param>
/// <param name="Min">The least that one trade takes, in the offer's currency.</param>
/// <param name="Max">The most that one trade takes, in the offer's currency.</param>
/// <param name="Amount">All that the offer gives, in the offer's currency.</param>
/// <param name="PaymentMethods">How the fiat is paid; 1 to 20.</param>
/// <param name="Text">The owner's own words.</param>
public sealed record OfferTerms(
    string Price, Amount Min, Amount Max, Amount Amount, ImmutableArray<string> PaymentMethods,
    string? Text)
{
    /// <summary>Null when the numbers agree with one another; else what is wrong.</summary>
    public string? FindFault() => this switch
    {
        { Min.IsPositive: false } => "min is not positive",
        _ when Max < Min => "max is less than min",
        _ when Amount < Min => "amount is less than min",
        _ => null,
    };
}
