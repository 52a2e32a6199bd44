using OrleansWallet.Domain.Fees;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Prices;

namespace OrleansWallet.Domain.Exchange;

/// <summary>
/// The sums of an exchange. Each is exact but for its last minor unit, which is rounded in the
/// platform's favour.
/// </summary>
/// <param name="From">What the user pays, the fee included.</param>
/// <param name="To">What the user gets.</param>
/// <param name="Fee">Of <paramref name="From"/>, in its currency.</param>
public sealed record Deal(Amount From, Amount To, Amount Fee)
{
    /// <summary>The user pays exactly <paramref name="from"/>.</summary>
    /// <param name="from">The fee is a share of this.</param>
    /// <param name="rate">Units of <paramref name="to"/> for one unit paid.</param>
    /// <param name="to">What the user gets.</param>
    /// <param name="share">The fee.</param>
    /// <returns>Null when a side comes to nothing or is too large.</returns>
    public static Deal? Paying(Amount from, Rate rate, Currency to, BasisPoints share)
    {
        if (!IsSum(from))
        {
            return null;
        }

        var fee = share.UpTo(from);
        return rate.Convert(from - fee, to) is { IsPositive: true } got
            ? new Deal(from, got, fee)
            : null;
    }

    /// <summary>The user gets exactly <paramref name="to"/>; the fee comes on top.</summary>
    /// <param name="to">What the user gets.</param>
    /// <param name="price">Units of <paramref name="from"/> for one unit of it.</param>
    /// <param name="from">What the user pays.</param>
    /// <param name="share">The fee, a share of what is paid without it.</param>
    /// <returns>Null when a side comes to nothing or is too large.</returns>
    public static Deal? Getting(Amount to, Rate price, Currency from, BasisPoints share)
    {
        if (!IsSum(to) || price.Convert(to, from, up: true) is not { IsPositive: true } net)
        {
            return null;
        }

        var fee = share.UpTo(net);
        return IsSum(net + fee) ? new Deal(net + fee, to, fee) : null;
    }

    private static bool IsSum(Amount amount) =>
        amount.IsPositive && amount.Minor <= Amount.MinorMax;
}
