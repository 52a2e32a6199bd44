using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Simulation.Workload;

/// <summary>Who asks, and the numbers of what they ask.</summary>
internal sealed class Requests
{
    public static readonly Actor Admin = new("admin", ActorRole.Admin);

    private int _number;

    public static Actor User(string id) => new(id, ActorRole.User);

    /// <summary>Never zero, never twice.</summary>
    public UInt128 Next() => (UInt128)(++_number);
}
