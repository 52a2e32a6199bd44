using OrleansWallet.Simulation.Workload;

namespace OrleansWallet.Simulation.Audit.Processes;

/// <summary>What is due of a fee to whoever referred its payer, as the auditor follows it.</summary>
internal sealed class ModelCommission(string? referrer, string currency, Int128 fee)
{
    /// <summary>Null when nothing is due.</summary>
    public string? Referrer => Due > 0 ? referrer : null;

    public string Currency => currency;

    public Int128 Fee => fee;

    /// <summary>In minor units, cut.</summary>
    public Int128 Due { get; } = referrer is null ? 0 : fee * SimTerms.Commission / 10_000;

    /// <summary>How often it was sent.</summary>
    public int Sent { get; set; }

    /// <summary>How often it was accepted or came back.</summary>
    public int Ended { get; set; }
}
