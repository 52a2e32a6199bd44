using System.Globalization;
using System.Numerics;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Providers.Json;

/// <summary>
/// A decimal number as a provider wrote it, digit by digit; never a double. Its currency is known
/// only later, and providers give more digits than a currency's scale.
/// </summary>
/// <remarks>Two are equal when their values are: <c>1e-7</c> and <c>0.00000010</c>.</remarks>
public readonly record struct ExactDecimal
{
    private const int TextMax = 128;
    private const int ExponentMax = 64;

    // The value is _unscaled / 10^_scale, with the smallest scale that is not negative.
    private readonly BigInteger _unscaled;
    private readonly int _scale;

    private ExactDecimal(BigInteger unscaled, int scale)
    {
        while (scale > 0 && unscaled % 10 == 0)
        {
            unscaled /= 10;
            scale--;
        }

        _unscaled = unscaled;
        _scale = scale;
    }

    public bool IsPositive => _unscaled.Sign > 0;

    /// <summary>Digits after the point, without trailing zeros.</summary>
    public int Decimals => _scale;

    /// <summary>All digits but leading and trailing zeros of the fraction.</summary>
    public int Digits => BigInteger.Abs(_unscaled).ToString(CultureInfo.InvariantCulture).Length;

    public static ExactDecimal From(Amount amount) =>
        new((BigInteger)amount.Minor, amount.Currency.Scale);

    /// <summary>Reads a JSON number: <c>25.5</c>, <c>1e-7</c>. No blanks, NaN or hex.</summary>
    /// <returns>False for anything else, and beyond 128 characters or an exponent of 64.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out ExactDecimal value)
    {
        value = default;
        if (text.Length > TextMax)
        {
            return false;
        }

        var exponentAt = text.IndexOfAny('e', 'E');
        var exponent = 0;
        if (exponentAt >= 0 && !TryExponent(text[(exponentAt + 1)..], out exponent))
        {
            return false;
        }

        var mantissa = exponentAt < 0 ? text : text[..exponentAt];
        var negative = mantissa.StartsWith("-");
        var unsigned = negative ? mantissa[1..] : mantissa;
        var point = unsigned.IndexOf('.');
        var whole = point < 0 ? unsigned : unsigned[..point];
        var fraction = point < 0 ? [] : unsigned[(point + 1)..];
        if (!AllDigits(whole) || (point >= 0 && !AllDigits(fraction)))
        {
            return false;
        }

        var digits = BigInteger.Parse($"{whole}{fraction}", CultureInfo.InvariantCulture);
        var scale = fraction.Length - exponent;
        if (scale < 0)
        {
            digits *= BigInteger.Pow(10, -scale);
            scale = 0;
        }

        value = new ExactDecimal(negative ? -digits : digits, scale);
        return true;
    }

    /// <summary>This number as an amount, if it has no more digits than the currency.</summary>
    /// <returns><see cref="AmountError.None"/>, or why not; then the amount is zero.</returns>
    public AmountError TryExact(Currency currency, out Amount amount)
    {
        ArgumentNullException.ThrowIfNull(currency);
        amount = Amount.Zero(currency);
        return _scale > currency.Scale ? AmountError.TooManyDigits : TryFloor(currency, out amount);
    }

    /// <summary>
    /// This number as an amount, digits beyond the currency's scale cut off: never more than
    /// was paid. <see cref="Decimals"/> tells whether there were any.
    /// </summary>
    /// <returns><see cref="AmountError.None"/>, or why not; then the amount is zero.</returns>
    public AmountError TryFloor(Currency currency, out Amount amount)
    {
        ArgumentNullException.ThrowIfNull(currency);
        amount = Amount.Zero(currency);
        var minor = _scale > currency.Scale
            ? _unscaled / BigInteger.Pow(10, _scale - currency.Scale)
            : _unscaled * BigInteger.Pow(10, currency.Scale - _scale);
        if (BigInteger.Abs(minor) > (BigInteger)Amount.MinorMax)
        {
            return AmountError.TooLarge;
        }

        amount = new Amount((Int128)minor, currency);
        return AmountError.None;
    }

    /// <summary>Without exponent and trailing zeros: <c>0.0000001</c>. A JSON number.</summary>
    public override string ToString()
    {
        var digits = BigInteger.Abs(_unscaled).ToString(CultureInfo.InvariantCulture)
            .PadLeft(_scale + 1, '0');
        var sign = _unscaled.Sign < 0 ? "-" : "";
        return _scale == 0 ? sign + digits : $"{sign}{digits[..^_scale]}.{digits[^_scale..]}";
    }

    private static bool TryExponent(ReadOnlySpan<char> text, out int exponent)
    {
        exponent = 0;
        var negative = text.StartsWith("-");
        var digits = negative || text.StartsWith("+") ? text[1..] : text;
        if (!AllDigits(digits) || digits.Length > 9)
        {
            return false;
        }

        exponent = int.Parse(digits, CultureInfo.InvariantCulture) * (negative ? -1 : 1);
        return Math.Abs(exponent) <= ExponentMax;
    }

    private static bool AllDigits(ReadOnlySpan<char> text) =>
        !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');
}
