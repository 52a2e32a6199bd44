using OrleansWallet.Domain.Exchange;

namespace OrleansWallet.Simulation.Audit.Processes;

/// <summary>An order as the auditor follows it: its sums, and where its money is.</summary>
internal sealed class ModelOrder(
    OrderAsk ask, Int128 from, Int128 to, Int128 fee, ModelCommission commission)
{
    public OrderAsk Ask => ask;

    public Int128 From => from;

    public Int128 To => to;

    public Int128 Fee => fee;

    /// <summary>What the user pays but for the fee.</summary>
    public Int128 Net => from - fee;

    public OrderState? Last { get; set; }

    public string Status => Last!.StatusName;

    /// <summary>In the liquidity's hold.</summary>
    public Int128 Reserved { get; set; }

    /// <summary>In the user's hold.</summary>
    public Int128 Held { get; set; }

    /// <summary>From the user to the liquidity; did not come back as a posting.</summary>
    public Int128 Paid { get; set; }

    /// <summary>From the liquidity to the user.</summary>
    public Int128 Given { get; set; }

    /// <summary>What the liquidity gave back of <see cref="Paid"/>.</summary>
    public Int128 PaidBack { get; set; }

    public Int128 FeePaid { get; set; }

    /// <summary>From the platform's fees to the referrer.</summary>
    public ModelCommission Commission => commission;
}
