using System.Numerics;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Import.Rows;

/// <summary>An exact value at its currency's scale, and what the scale had no room for.</summary>
/// <param name="Minor">Minor units.</param>
/// <param name="Residue">The exact value less the rounded one; may be negative.</param>
/// <param name="Cause">Why there is a residue; null when there is none.</param>
internal readonly record struct RoundedAmount(
    BigInteger Minor, ExactDecimal Residue, RoundingCause? Cause)
{
    // What is nearer to a minor unit than this part of it is no digit that anybody meant.
    private const int NoiseUnitParts = 1000;

    // A double has 15 to 17 digits: what lies beyond 15 is its own error.
    private static readonly BigInteger _noiseValueParts = BigInteger.Pow(10, 15);

    /// <summary>
    /// Noise goes half-even to the nearest minor unit. Real digits beyond the scale are cut off
    /// towards zero, so that nobody is credited more than was there.
    /// </summary>
    public static RoundedAmount Of(ExactDecimal value, Currency currency)
    {
        if (value.Scale <= currency.Scale)
        {
            return new RoundedAmount(value.DigitsAt(currency.Scale), ExactDecimal.Zero, null);
        }

        var unit = BigInteger.Pow(10, value.Scale - currency.Scale);
        var cut = BigInteger.Divide(value.Digits, unit);
        var nearest = Nearest(value.Digits, unit, cut);
        var distance = BigInteger.Abs(value.Digits - (nearest * unit));
        var isNoise = distance * NoiseUnitParts < unit
            || distance * _noiseValueParts <= BigInteger.Abs(value.Digits);
        var minor = isNoise ? nearest : cut;
        return new RoundedAmount(
            minor,
            new ExactDecimal(value.Digits - (minor * unit), value.Scale),
            isNoise ? RoundingCause.Noise : RoundingCause.Dust);
    }

    private static BigInteger Nearest(BigInteger digits, BigInteger unit, BigInteger cut)
    {
        var twice = BigInteger.Abs(digits - (cut * unit)) * 2;
        return twice > unit || (twice == unit && !cut.IsEven) ? cut + digits.Sign : cut;
    }
}
