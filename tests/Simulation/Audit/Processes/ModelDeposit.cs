using OrleansWallet.Domain.Deposits;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Simulation.Audit.Processes;

/// <summary>A payment as the auditor follows it.</summary>
internal sealed class ModelDeposit
{
    public DepositState? Last { get; set; }

    /// <summary>Sums that the provider said are there for good.</summary>
    public HashSet<Amount> Creditable { get; } = [];

    /// <summary>Sums that an admin credited.</summary>
    public HashSet<Amount> Resolved { get; } = [];

    /// <summary>How often it was credited.</summary>
    public int Credits { get; set; }
}
