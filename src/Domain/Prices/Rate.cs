using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Domain.Prices;

/// <summary>
/// An exact positive decimal: whole units of one currency for one whole unit of another.
/// </summary>
public readonly record struct Rate : IComparable<Rate>
{
    /// <summary>Significant digits, at least, of a rate that follows from two prices.</summary>
    public const int QuotientDigits = 18;

    private const int TextLengthMax = 100;

    private readonly BigInteger _mantissa;
    private readonly int _scale;

    private Rate(BigInteger mantissa, int scale)
    {
        // Without trailing zeros, so that equal rates are equal.
        while (scale > 0 && mantissa % 10 == 0)
        {
            mantissa /= 10;
            scale--;
        }

        _mantissa = mantissa;
        _scale = scale;
    }

    public static Rate One { get; } = new(BigInteger.One, 0);

    public static bool operator <(Rate left, Rate right) => left.CompareTo(right) < 0;

    public static bool operator >(Rate left, Rate right) => left.CompareTo(right) > 0;

    public static bool operator <=(Rate left, Rate right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Rate left, Rate right) => left.CompareTo(right) >= 0;

    /// <summary>Reads digits with at most one point, e.g. <c>65000.5</c>; zero is no rate.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Rate rate)
    {
        rate = default;
        if (text is not { Length: > 0 and <= TextLengthMax })
        {
            return false;
        }

        var point = text.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? text : text.Remove(point, 1);
        if (digits.AsSpan().ContainsAnyExceptInRange('0', '9')
            || point == 0 || point == text.Length - 1)
        {
            return false;
        }

        var mantissa = BigInteger.Parse(digits, CultureInfo.InvariantCulture);
        if (mantissa.IsZero)
        {
            return false;
        }

        rate = new Rate(mantissa, point < 0 ? 0 : text.Length - point - 1);
        return true;
    }

    /// <exception cref="FormatException">It is no rate.</exception>
    public static Rate Parse(string text) =>
        TryParse(text, out var rate)
            ? rate
            : throw new FormatException($"'{text}' is not a rate above zero");

    /// <summary>
    /// How much of what <paramref name="other"/> prices one unit of what this prices is worth,
    /// both being in one quote currency. Exact where it can be; else cut, or rounded up, after
    /// <see cref="QuotientDigits"/> significant digits at least.
    /// </summary>
    public Rate Per(Rate other, bool up = false)
    {
        var numerator = _mantissa * BigInteger.Pow(10, other._scale);
        var denominator = other._mantissa * BigInteger.Pow(10, _scale);
        var scale = Math.Max(0, QuotientDigits + DigitsOf(denominator) - DigitsOf(numerator));
        var quotient = BigInteger.DivRem(
            numerator * BigInteger.Pow(10, scale), denominator, out var rest);
        return new Rate(up && !rest.IsZero ? quotient + 1 : quotient, scale);
    }

    /// <summary>An amount in another currency at this rate.</summary>
    /// <param name="amount">What is converted.</param>
    /// <param name="to">The rate is units of this for one unit of the amount's currency.</param>
    /// <param name="up">To the next minor unit instead of cut.</param>
    /// <returns>Null beyond <see cref="Amount.MinorMax"/>.</returns>
    public Amount? Convert(Amount amount, Currency to, bool up = false)
    {
        var numerator = (BigInteger)amount.Minor * _mantissa * BigInteger.Pow(10, to.Scale);
        var denominator = BigInteger.Pow(10, _scale + amount.Currency.Scale);
        var quotient = BigInteger.DivRem(numerator, denominator, out var rest);
        var minor = up && !rest.IsZero ? quotient + 1 : quotient;
        return minor <= (BigInteger)Amount.MinorMax ? new Amount((Int128)minor, to) : null;
    }

    public int CompareTo(Rate other) =>
        (_mantissa * BigInteger.Pow(10, other._scale))
            .CompareTo(other._mantissa * BigInteger.Pow(10, _scale));

    /// <summary>A plain decimal, without an exponent or trailing zeros.</summary>
    public override string ToString()
    {
        var digits = _mantissa.ToString(CultureInfo.InvariantCulture)
            .PadLeft(_scale + 1, '0');
        return _scale == 0 ? digits : $"{digits[..^_scale]}.{digits[^_scale..]}";
    }

    private static int DigitsOf(BigInteger value) =>
        value.ToString(CultureInfo.InvariantCulture).Length;
}
