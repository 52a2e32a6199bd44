using OrleansWallet.Contracts;
using OrleansWallet.Contracts.Processes;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Import.Tests.Runs;

/// <summary>For tests whose calls never arrive.</summary>
internal sealed class NoGrains : IGrains
{
    public IWalletGrain Wallet(WalletId id) => null!;

    public IProcessGrain Process(ProcessId id) => null!;
}
