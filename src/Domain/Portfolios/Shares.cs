using System.Numerics;

namespace OrleansWallet.Domain.Portfolios;

/// <summary>Shares of a whole that add up to it.</summary>
public static class Shares
{
    /// <summary>A whole: 100.00 percent.</summary>
    public const int Whole = 10_000;

    /// <summary>
    /// The share of each value in hundredths of a percent, by largest remainder; of equal
    /// remainders the earlier one is rounded up. They add up to <see cref="Whole"/>, or to
    /// nothing when all values are zero.
    /// </summary>
    /// <param name="values">None is negative.</param>
    public static IReadOnlyList<int> Of(IReadOnlyList<Int128> values)
    {
        var total = BigInteger.Zero;
        foreach (var value in values)
        {
            total += (BigInteger)value;
        }

        var shares = new int[values.Count];
        if (total.IsZero)
        {
            return shares;
        }

        var rests = new BigInteger[values.Count];
        var left = Whole;
        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] = (int)BigInteger.DivRem((BigInteger)values[i] * Whole, total, out rests[i]);
            left -= shares[i];
        }

        foreach (var i in Enumerable.Range(0, shares.Length)
            .OrderByDescending(i => rests[i]).ThenBy(i => i).Take(left))
        {
            shares[i]++;
        }

        return shares;
    }
}
