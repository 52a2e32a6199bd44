namespace OrleansWallet.Simulation.Store;

/// <summary>Whether the database can be reached.</summary>
internal sealed class DatabaseHealth
{
    public bool IsAway { get; set; }
}
