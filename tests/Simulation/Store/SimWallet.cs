using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Simulation.Store;

/// <summary>A wallet's committed rows.</summary>
internal sealed class SimWallet(WalletId id, long no)
{
    public WalletId Id { get; } = id;

    public long No { get; } = no;

    public Guid Token { get; set; }

    /// <summary>What a load gives.</summary>
    public WalletState State { get; set; } = WalletState.New(id);

    public List<Entry> Entries { get; } = [];

    /// <summary>When each entry was committed, by the simulation's clock.</summary>
    public List<long> CommittedAt { get; } = [];
}
