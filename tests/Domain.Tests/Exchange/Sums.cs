namespace OrleansWallet.Domain.Tests.Exchange;

internal static class Sums
{
    public static Int128 Sum<T>(this IEnumerable<T> items, Func<T, Int128> value) =>
        items.Aggregate((Int128)0, (sum, item) => sum + value(item));
}
