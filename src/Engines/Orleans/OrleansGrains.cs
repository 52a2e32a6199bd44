using OrleansWallet.Contracts;
using OrleansWallet.Contracts.Processes;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Engines.Orleans.Processes;
using OrleansWallet.Engines.Orleans.Wallets;

namespace OrleansWallet.Engines.Orleans;

/// <summary>The addresses of the cluster's grains, in a silo as in a front without one.</summary>
internal sealed class OrleansGrains(
    IGrainFactory factory, WalletOutboxes outboxes, GrainCalls calls) : IGrains
{
    public IWalletGrain Wallet(WalletId id) =>
        new OrleansWalletAddress(
            id, factory.GetGrain<IWalletOrleansGrain>(id.Value), outboxes, calls);

    public IProcessGrain Process(ProcessId id) =>
        new OrleansProcessAddress(factory.GetGrain<IProcessOrleansGrain>(id.ToString()), calls);
}
