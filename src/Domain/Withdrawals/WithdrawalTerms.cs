using System.Collections.Immutable;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Domain.Withdrawals;

/// <summary>The platform's terms for withdrawals.</summary>
public sealed record WithdrawalTerms
{
    /// <summary>For currencies without a rate of their own.</summary>
    public WithdrawalRate Default { get; init; } = new();

    /// <summary>By currency code.</summary>
    public ImmutableDictionary<string, WithdrawalRate> Rates { get; init; } =
        ImmutableDictionary<string, WithdrawalRate>.Empty;

    /// <summary>Whether money goes only to addresses of the user's book. Default false.</summary>
    public bool RequireAddressBook { get; init; }

    /// <summary>Decimal digits that the provider's payouts can carry. Default 6.</summary>
    public int DigitsMax { get; init; } = 6;

    /// <summary>Pause before a step that a wallet refused is taken again. Default 1 minute.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Pause before the provider is asked how a payout goes. Default 5 minutes.</summary>
    public TimeSpan AskAfter { get; init; } = TimeSpan.FromMinutes(5);

    public WithdrawalRate RateOf(Currency currency) =>
        Rates.GetValueOrDefault(currency.Code, Default);

    /// <exception cref="OverflowException">The sum does not fit.</exception>
    public Amount FeeOf(Amount amount)
    {
        var rate = RateOf(amount.Currency);
        return Read(rate.Flat, amount.Currency)!.Value + rate.Share.Of(amount);
    }

    /// <summary>A decimal text of a rate as an amount; null for null.</summary>
    /// <exception cref="FormatException">Not a decimal number that is zero or more.</exception>
    public static Amount? Read(string? text, Currency currency)
    {
        if (text is null)
        {
            return null;
        }

        // One rate may serve currencies of any scale.
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var cut = point >= 0 && text.Length - point - 1 > currency.Scale
            ? text[..(currency.Scale == 0 ? point : point + 1 + currency.Scale)]
            : text;
        var amount = Amount.Parse(cut, currency);
        return amount.Minor >= 0
            ? amount
            : throw new FormatException($"'{text}' is less than zero");
    }
}
