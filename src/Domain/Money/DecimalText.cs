using System.Globalization;

namespace OrleansWallet.Domain.Money;

/// <summary>Decimal texts from and to scaled integers, exactly.</summary>
internal static class DecimalText
{
    // Longer exponents can't be meant; a bound keeps 1e999999999 cheap to refuse.
    private const int ExponentMax = 64;

    /// <summary>Scales a JSON-style number to an integer: <c>25.5</c> at scale 2 is 2550.</summary>
    public static AmountError TryScale(ReadOnlySpan<char> text, int scale, out Int128 minor)
    {
        minor = 0;
        var negative = text.StartsWith("-");
        var unsigned = negative ? text[1..] : text;
        var exponentAt = unsigned.IndexOfAny('e', 'E');
        var mantissa = exponentAt < 0 ? unsigned : unsigned[..exponentAt];
        var exponent = 0;
        if (exponentAt >= 0 && !TryExponent(unsigned[(exponentAt + 1)..], out exponent))
        {
            return AmountError.NotANumber;
        }

        var point = mantissa.IndexOf('.');
        var whole = point < 0 ? mantissa : mantissa[..point];
        var fraction = point < 0 ? [] : mantissa[(point + 1)..];
        if (whole.IsEmpty || !AllDigits(whole) || !AllDigits(fraction)
            || (point >= 0 && fraction.IsEmpty))
        {
            return AmountError.NotANumber;
        }

        // The number is the digits of both parts times 10^power minor units.
        var power = scale + exponent - fraction.Length;
        if (power < 0)
        {
            return AmountError.TooManyDigits;
        }

        if (!TryAppend(whole, ref minor) || !TryAppend(fraction, ref minor)
            || !TryShift(power, ref minor))
        {
            minor = 0;
            return AmountError.TooLarge;
        }

        minor = negative ? -minor : minor;
        return AmountError.None;
    }

    public static string Format(Int128 minor, int scale)
    {
        var negative = minor < 0;
        var magnitude = negative ? (UInt128)(-minor) : (UInt128)minor;
        Span<char> buffer = stackalloc char[64];
        magnitude.TryFormat(buffer[2..], out var digits, default, CultureInfo.InvariantCulture);
        var number = buffer.Slice(2, digits);
        if (scale == 0)
        {
            return negative ? $"-{number}" : number.ToString();
        }

        Span<char> result = stackalloc char[64];
        var whole = Math.Max(digits - scale, 0);
        var at = 0;
        if (negative)
        {
            result[at++] = '-';
        }

        if (whole == 0)
        {
            result[at++] = '0';
        }

        number[..whole].CopyTo(result[at..]);
        at += whole;
        result[at++] = '.';
        var zeros = scale - (digits - whole);
        result.Slice(at, zeros).Fill('0');
        at += zeros;
        number[whole..].CopyTo(result[at..]);
        return new string(result[..(at + digits - whole)]);
    }

    private static bool TryAppend(ReadOnlySpan<char> digits, ref Int128 value)
    {
        foreach (var digit in digits)
        {
            value = (value * 10) + (digit - '0');
            if (value > Amount.MinorMax)
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryShift(int power, ref Int128 value)
    {
        for (var i = 0; i < power && value != 0; i++)
        {
            value *= 10;
            if (value > Amount.MinorMax)
            {
                return false;
            }
        }

        return true;
    }

    private static bool AllDigits(ReadOnlySpan<char> text) =>
        !text.ContainsAnyExceptInRange('0', '9');

    private static bool TryExponent(ReadOnlySpan<char> text, out int exponent)
    {
        exponent = 0;
        var negative = text.StartsWith("-");
        var digits = negative || text.StartsWith("+") ? text[1..] : text;
        if (digits.IsEmpty || !AllDigits(digits))
        {
            return false;
        }

        var trimmed = digits.TrimStart('0');
        var magnitude = trimmed switch
        {
            { IsEmpty: true } => 0,
            { Length: > 3 } => ExponentMax,
            _ => Math.Min(ExponentMax, int.Parse(trimmed, CultureInfo.InvariantCulture)),
        };
        exponent = negative ? -magnitude : magnitude;
        return true;
    }
}
