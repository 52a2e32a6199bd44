using System.Globalization;
using OrleansWallet.Domain.Exchange;
using OrleansWallet.Simulation.Workload;

namespace OrleansWallet.Simulation.Audit.Processes;

/// <summary>The sums of an order, computed a second time, in decimals.</summary>
internal static class OrderSums
{
    /// <summary>In minor units; null where no such order may be.</summary>
    public static (Int128 From, Int128 To, Int128 Fee)? Of(OrderAsk ask)
    {
        if (ask.IsStale || ask.Price is null)
        {
            return null;
        }

        var price = decimal.Parse(ask.Price, CultureInfo.InvariantCulture);
        var share = ShareOf(ask.Type) / 10_000m;
        var minor = (decimal)ask.Amount.Minor;
        decimal from, to, fee;
        if (ask.Amount.Currency.Code == ask.From.Code)
        {
            from = minor;
            fee = Math.Ceiling(minor * share);
            to = Math.Floor((from - fee) * price * Scale(ask.To.Scale - ask.From.Scale));
        }
        else
        {
            to = minor;
            var net = Math.Ceiling(minor * price * Scale(ask.From.Scale - ask.To.Scale));
            fee = Math.Ceiling(net * share);
            from = net + fee;
        }

        return to > 0 && from > fee ? ((Int128)from, (Int128)to, (Int128)fee) : null;
    }

    private static decimal ShareOf(OrderType type) => type switch
    {
        OrderType.Swap => SimTerms.SwapFee,
        OrderType.ExpressBuy => SimTerms.ExpressBuyFee,
        _ => 0,
    };

    private static decimal Scale(int digits)
    {
        var scale = 1m;
        for (; digits > 0; digits--)
        {
            scale *= 10;
        }

        for (; digits < 0; digits++)
        {
            scale /= 10;
        }

        return scale;
    }
}
