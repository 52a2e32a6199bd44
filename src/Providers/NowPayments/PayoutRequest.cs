using OrleansWallet.Domain.Money;
using OrleansWallet.Providers.Json;

namespace OrleansWallet.Providers.NowPayments;

/// <summary>A withdrawal to be sent.</summary>
/// <param name="ExternalId">The caller's id, one a withdrawal for ever: by it a payout whose answer
/// was lost is found.</param>
/// <param name="Coin">What is sent, and on which network.</param>
/// <param name="Amount">How much, in the coin's currency: <see cref="CanCarry"/>.</param>
/// <param name="Address">Where to.</param>
/// <param name="ExtraId">Memo or destination tag, or null.</param>
public sealed record PayoutRequest(
    string ExternalId, Coin Coin, Amount Amount, string Address, string? ExtraId = null)
{
    /// <summary>Digits after the point that the provider takes.</summary>
    public const int DecimalsMax = 6;

    /// <summary>Digits that survive in the provider's own numbers, which are doubles.</summary>
    public const int DigitsMax = 15;

    /// <summary>Whether an amount can be paid out exactly; ask before it is locked.</summary>
    public static bool CanCarry(Amount amount)
    {
        var exact = ExactDecimal.From(amount);
        return exact is { IsPositive: true, Decimals: <= DecimalsMax, Digits: <= DigitsMax };
    }
}
