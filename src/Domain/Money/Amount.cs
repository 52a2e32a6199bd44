using System.Globalization;

namespace OrleansWallet.Domain.Money;

/// <summary>An exact sum of one currency, in minor units. May be negative.</summary>
public readonly record struct Amount : IComparable<Amount>
{
    /// <summary>
    /// The largest sum of one command, in minor units: 10^36. A balance may reach
    /// <see cref="BalanceMax"/>, so that money on its way back always finds room.
    /// </summary>
    public static readonly Int128 MinorMax = Pow10(36);

    /// <summary>The largest balance in minor units: 10^38 − 1, which fits <c>numeric(39,0)</c>.</summary>
    public static readonly Int128 BalanceMax = Pow10(38) - 1;

    private readonly Currency? _currency;

    /// <exception cref="ArgumentNullException">No currency.</exception>
    public Amount(Int128 minor, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        Minor = minor;
        _currency = currency;
    }

    /// <summary>Minor units: cents, satoshi, wei.</summary>
    public Int128 Minor { get; }

    /// <exception cref="InvalidOperationException">This is a default value.</exception>
    public Currency Currency =>
        _currency ?? throw new InvalidOperationException("a default Amount has no currency");

    public bool IsPositive => Minor > 0;

    public static Amount Zero(Currency currency) => new(0, currency);

    /// <exception cref="OverflowException">The sum does not fit.</exception>
    public static Amount operator +(Amount left, Amount right) =>
        new(checked(left.Minor + right.MinorOf(left.Currency)), left.Currency);

    /// <exception cref="OverflowException">The difference does not fit.</exception>
    public static Amount operator -(Amount left, Amount right) =>
        new(checked(left.Minor - right.MinorOf(left.Currency)), left.Currency);

    public static bool operator <(Amount left, Amount right) => left.CompareTo(right) < 0;

    public static bool operator >(Amount left, Amount right) => left.CompareTo(right) > 0;

    public static bool operator <=(Amount left, Amount right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Amount left, Amount right) => left.CompareTo(right) >= 0;

    public int CompareTo(Amount other) => Minor.CompareTo(other.MinorOf(Currency));

    /// <summary>Reads a decimal text in whole units, e.g. <c>25.50</c> or <c>1e-7</c>.</summary>
    /// <exception cref="FormatException">Not an exact amount of this currency.</exception>
    public static Amount Parse(string text, Currency currency) =>
        TryParse(text, currency, out var amount) is var error && error == AmountError.None
            ? amount
            : throw new FormatException($"'{text}' is not an amount of {currency.Code}: {error}");

    /// <summary>Reads a decimal text in whole units exactly; never through a double.</summary>
    /// <returns><see cref="AmountError.None"/>, or why not; then <paramref name="amount"/> is zero.</returns>
    public static AmountError TryParse(
        ReadOnlySpan<char> text, Currency currency, out Amount amount)
    {
        var error = DecimalText.TryScale(text, currency.Scale, out var minor);
        amount = new Amount(error == AmountError.None ? minor : 0, currency);
        return error;
    }

    /// <summary>Whole units with exactly the currency's scale of digits: <c>25.50</c>.</summary>
    public override string ToString() => DecimalText.Format(Minor, Currency.Scale);

    public static string Format(Int128 minor, Currency currency) =>
        DecimalText.Format(minor, currency.Scale);

    private static Int128 Pow10(int exponent) =>
        Int128.Parse("1" + new string('0', exponent), CultureInfo.InvariantCulture);

    private Int128 MinorOf(Currency currency) =>
        Currency.Equals(currency)
            ? Minor
            : throw new InvalidOperationException($"{Currency} is not {currency}");
}
