using System.Globalization;
using System.Numerics;

namespace OrleansWallet.Import.Rows;

/// <summary>A decimal number of any size, exactly as it was written; never a double.</summary>
/// <remarks>The number is <see cref="Digits"/> / 10^<see cref="Scale"/>, in lowest terms.</remarks>
public readonly record struct ExactDecimal : IComparable<ExactDecimal>
{
    // Decimal128 has exponents to −6176; a bound keeps 1e999999999 cheap to refuse.
    private const int ExponentMax = 6200;
    private const int TextLengthMax = 8000;

    /// <param name="digits">All digits as an integer.</param>
    /// <param name="scale">How many of them are behind the point; not negative.</param>
    public ExactDecimal(BigInteger digits, int scale)
    {
        while (scale > 0)
        {
            var (shorter, last) = BigInteger.DivRem(digits, 10);
            if (!last.IsZero)
            {
                break;
            }

            digits = shorter;
            scale--;
        }

        Digits = digits;
        Scale = scale;
    }

    public static ExactDecimal Zero => default;

    public BigInteger Digits { get; }

    public int Scale { get; }

    public bool IsZero => Digits.IsZero;

    public bool IsNegative => Digits.Sign < 0;

    public static ExactDecimal operator +(ExactDecimal left, ExactDecimal right)
    {
        var scale = Math.Max(left.Scale, right.Scale);
        return new ExactDecimal(left.DigitsAt(scale) + right.DigitsAt(scale), scale);
    }

    public static ExactDecimal operator -(ExactDecimal left, ExactDecimal right) =>
        left + new ExactDecimal(-right.Digits, right.Scale);

    public static bool operator <(ExactDecimal left, ExactDecimal right) =>
        left.CompareTo(right) < 0;

    public static bool operator >(ExactDecimal left, ExactDecimal right) =>
        left.CompareTo(right) > 0;

    public static bool operator <=(ExactDecimal left, ExactDecimal right) =>
        left.CompareTo(right) <= 0;

    public static bool operator >=(ExactDecimal left, ExactDecimal right) =>
        left.CompareTo(right) >= 0;

    public static ExactDecimal Abs(ExactDecimal value) =>
        new(BigInteger.Abs(value.Digits), value.Scale);

    /// <summary>Reads <c>-12.5</c>, <c>1E+3</c>, <c>.5</c>; no blanks, no thousands.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ExactDecimal value)
    {
        value = default;
        var negative = text.StartsWith("-");
        var unsigned = negative || text.StartsWith("+") ? text[1..] : text;
        var exponentAt = unsigned.IndexOfAny('e', 'E');
        var mantissa = exponentAt < 0 ? unsigned : unsigned[..exponentAt];
        var point = mantissa.IndexOf('.');
        var whole = point < 0 ? mantissa : mantissa[..point];
        var fraction = point < 0 ? [] : mantissa[(point + 1)..];
        var exponent = 0;
        if (text.Length > TextLengthMax
            || whole.Length + fraction.Length == 0 || !IsDigits(whole) || !IsDigits(fraction)
            || (exponentAt >= 0 && !TryExponent(unsigned[(exponentAt + 1)..], out exponent)))
        {
            return false;
        }

        var digits = BigInteger.Parse(
            string.Concat("0", whole, fraction), NumberStyles.None, CultureInfo.InvariantCulture);
        var scale = fraction.Length - exponent;
        if (digits.IsZero)
        {
            return true;
        }

        digits = negative ? -digits : digits;
        value = scale < 0
            ? new ExactDecimal(digits * BigInteger.Pow(10, -scale), 0)
            : new ExactDecimal(digits, scale);
        return true;
    }

    public int CompareTo(ExactDecimal other) => (this - other).Digits.Sign;

    /// <summary>The digits when so many are behind the point.</summary>
    /// <param name="scale">At least <see cref="Scale"/>.</param>
    public BigInteger DigitsAt(int scale) =>
        scale == Scale ? Digits : Digits * BigInteger.Pow(10, scale - Scale);

    /// <summary>Plain decimal text without an exponent: <c>0.30000000000000004</c>.</summary>
    public override string ToString()
    {
        var digits = BigInteger.Abs(Digits).ToString(CultureInfo.InvariantCulture)
            .PadLeft(Scale + 1, '0');
        var sign = IsNegative ? "-" : "";
        return Scale == 0 ? sign + digits : $"{sign}{digits[..^Scale]}.{digits[^Scale..]}";
    }

    private static bool IsDigits(ReadOnlySpan<char> text) =>
        !text.ContainsAnyExceptInRange('0', '9');

    private static bool TryExponent(ReadOnlySpan<char> text, out int exponent) =>
        int.TryParse(
            text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
        && Math.Abs((long)exponent) <= ExponentMax;
}
