namespace OrleansWallet.Simulation.Audit;

/// <summary>Sums of minor units.</summary>
internal static class Sums
{
    public static Int128 Sum128<T>(this IEnumerable<T> items, Func<T, Int128> select)
    {
        Int128 sum = 0;
        foreach (var item in items)
        {
            sum += select(item);
        }

        return sum;
    }
}
