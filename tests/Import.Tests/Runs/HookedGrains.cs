using OrleansWallet.Contracts;
using OrleansWallet.Contracts.Processes;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Import.Tests.Runs;

/// <summary>Real wallets with something between them and their caller.</summary>
/// <param name="inner">The wallets.</param>
/// <param name="around">Gets the call's number, from 1, and the call itself.</param>
internal sealed class HookedGrains(
    IGrains inner,
    Func<int, Func<ValueTask<IReadOnlyList<WalletAnswer>>>,
        ValueTask<IReadOnlyList<WalletAnswer>>> around)
    : IGrains
{
    private int _calls;

    public int Calls => _calls;

    public IWalletGrain Wallet(WalletId id) => new HookedWallet(
        inner.Wallet(id), call => around(Interlocked.Increment(ref _calls), call));

    public IProcessGrain Process(ProcessId id) => inner.Process(id);
}
