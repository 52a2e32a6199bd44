using OrleansWallet.Contracts;
using OrleansWallet.Contracts.Processes;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Testing;

namespace OrleansWallet.Grains.Tests.Hand;

/// <summary>The wallet at every address; it answers what the test wants.</summary>
internal sealed class AnyWallet : ExecutingWallet, IGrains
{
    public required WalletAnswer Answer { get; set; }

    public int Calls { get; private set; }

    public static WalletAnswer Done(ReceiptStatus status) =>
        new WalletAnswer.Done(new Receipt(WalletId.PlatformLiquidity, 1, [], status));

    public IWalletGrain Wallet(WalletId id) => this;

    public IProcessGrain Process(ProcessId id) => throw new NotSupportedException();

    public override ValueTask<WalletAnswer> Execute(
        WalletCommand command, CancellationToken cancellationToken = default)
    {
        Calls++;
        return new(Answer);
    }
}
