using OrleansWallet.Domain.Money;

namespace OrleansWallet.Domain.Fees;

/// <summary>A share in hundredths of a percent, 0 to 10,000.</summary>
public readonly record struct BasisPoints
{
    public const int Whole = 10_000;

    /// <exception cref="ArgumentOutOfRangeException">Not 0 to 10,000.</exception>
    public BasisPoints(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Whole);
        Value = value;
    }

    public int Value { get; }

    /// <summary>The share of an amount, cut to its minor unit: never more than the share.</summary>
    public Amount Of(Amount amount)
    {
        // In two parts, so that no amount overflows.
        var (whole, rest) = Int128.DivRem(amount.Minor, Whole);
        return new Amount((whole * Value) + (rest * Value / Whole), amount.Currency);
    }

    /// <summary>The share of an amount, to the next minor unit: never less than the share.</summary>
    public Amount UpTo(Amount amount)
    {
        var (whole, rest) = Int128.DivRem(amount.Minor, Whole);
        return new Amount(
            (whole * Value) + (((rest * Value) + Whole - 1) / Whole), amount.Currency);
    }
}
