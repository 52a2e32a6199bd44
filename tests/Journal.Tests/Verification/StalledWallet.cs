using OrleansWallet.Contracts;
using OrleansWallet.Contracts.Processes;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Testing;

namespace OrleansWallet.Journal.Tests.Verification;

/// <summary>A wallet that takes nothing, so that what is sent to it stays under way.</summary>
internal sealed class StalledWallet : ExecutingWallet
{
    public static readonly WalletId Id = new("stalled");

    public override ValueTask<WalletAnswer> Execute(
        WalletCommand command, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<WalletAnswer>(WalletAnswer.NotAccepted.Instance);

    /// <summary>The addresses of an engine, but for this wallet.</summary>
    internal sealed class Beside(IGrains others) : IGrains
    {
        public IWalletGrain Wallet(WalletId id) =>
            id == Id ? new StalledWallet() : others.Wallet(id);

        public IProcessGrain Process(ProcessId id) => others.Process(id);
    }
}
