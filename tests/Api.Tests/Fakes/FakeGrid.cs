using OrleansWallet.Contracts;
using OrleansWallet.Contracts.Balances;
using OrleansWallet.Contracts.Processes;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal;

namespace OrleansWallet.Api.Tests.Fakes;

/// <summary>
/// Wallets in memory: the real rules, commits at once. One lock for all of it; what tests break
/// on purpose are the switches at the top.
/// </summary>
public sealed class FakeGrid : IGrains
{
    private readonly Dictionary<WalletId, FakeWallet> _wallets = [];
    private readonly Dictionary<UInt128, KeyRecord> _keys = [];

    /// <summary>True: the journal is away.</summary>
    public bool IsAway { get; set; }

    /// <summary>Commands wait for it.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>Thrown by every command.</summary>
    public Exception? Failure { get; set; }

    public string Epoch { get; set; } = "epoch-1";

    /// <summary>Refuses to accept postings, as a closed wallet does.</summary>
    public HashSet<WalletId> Refusing { get; } = [];

    public FakeStream Stream { get; } = new();

    /// <summary>Held by whoever reads or changes wallets.</summary>
    public Lock Gatekeeper { get; } = new();

    /// <summary>Commands that were decided.</summary>
    public int Commands { get; private set; }

    /// <summary>Commands that came, also those that wait at the gate.</summary>
    public int Arrivals { get; private set; }

    IWalletGrain IGrains.Wallet(WalletId id) => Wallet(id);

    public IProcessGrain Process(ProcessId id) =>
        throw new NotSupportedException("there are no processes here");

    /// <summary>Forgets all wallets, and works again.</summary>
    public void Reset()
    {
        lock (Gatekeeper)
        {
            _wallets.Clear();
            _keys.Clear();
            Refusing.Clear();
            IsAway = false;
            Gate = Task.CompletedTask;
            Failure = null;
            (Commands, Arrivals) = (0, 0);
        }
    }

    public FakeWallet Wallet(WalletId id)
    {
        lock (Gatekeeper)
        {
            if (!_wallets.TryGetValue(id, out var wallet))
            {
                _wallets[id] = wallet = new FakeWallet(this, id, _wallets.Count + 1);
            }

            return wallet;
        }
    }

    public FakeWallet? Find(long walletNo)
    {
        lock (Gatekeeper)
        {
            return _wallets.Values.FirstOrDefault(w => w.No == walletNo);
        }
    }

    public KeyRecord? FindKey(UInt128 key) => _keys.GetValueOrDefault(key);

    internal void CountCommand() => Commands++;

    internal void CountArrival() => Arrivals++;

    internal void Record(KeyRecord record) => _keys[record.Key] = record;

    internal void Publish(FakeWallet wallet, IReadOnlyList<Entry> entries) =>
        Stream.Publish(new BalanceChanges(wallet.Id, wallet.No, entries));
}
