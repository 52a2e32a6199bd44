using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Testing;

namespace OrleansWallet.Grains.Tests.Hand;

/// <summary>A wallet that can't be reached at first: in turn each way there is of it.</summary>
internal sealed class FailingWallet(IWalletGrain real, int failures) : ExecutingWallet
{
    public int Calls { get; private set; }

    public override async ValueTask<WalletAnswer> Execute(
        WalletCommand command, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        if (++Calls > failures)
        {
            return await real.Execute(command, cancellationToken);
        }

        return (Calls % 3) switch
        {
            0 => throw new TimeoutException(),
            1 => WalletAnswer.NotAccepted.Instance,
            _ => WalletAnswer.OutcomeUnknown.Instance,
        };
    }
}
