using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Simulation.Store;

/// <summary>A wallet's committed rows.</summary>
internal sealed class SimWallet(WalletId id, long no)
{
    private readonly List<Hold> _expiring = [];
    private WalletState? _expiringOf;

    public WalletId Id { get; } = id;

    public long No { get; } = no;

    public Guid Token { get; set; }

    /// <summary>What a load gives.</summary>
    public WalletState State { get; set; } = WalletState.New(id);

    /// <summary>The holds of <see cref="State"/> that expire, by name.</summary>
    public IReadOnlyList<Hold> ExpiringHolds
    {
        get
        {
            if (!ReferenceEquals(_expiringOf, State))
            {
                _expiringOf = State;
                _expiring.Clear();
                foreach (var (_, hold) in State.Holds)
                {
                    if (hold.ExpiresAt is not null)
                    {
                        _expiring.Add(hold);
                    }
                }

                _expiring.Sort((a, b) => string.CompareOrdinal(a.Name.Value, b.Name.Value));
            }

            return _expiring;
        }
    }

    public List<Entry> Entries { get; } = [];

    /// <summary>When each entry was committed, by the simulation's clock.</summary>
    public List<long> CommittedAt { get; } = [];
}
