using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Import.Tests.Runs;

internal sealed class HookedWallet(
    IWalletGrain inner,
    Func<Func<ValueTask<IReadOnlyList<WalletAnswer>>>,
        ValueTask<IReadOnlyList<WalletAnswer>>> around)
    : IWalletGrain
{
    public async ValueTask<WalletAnswer> Execute(
        WalletCommand command, CancellationToken cancellationToken = default) =>
        (await ExecuteAll([command], cancellationToken))[0];

    public ValueTask<IReadOnlyList<WalletAnswer>> ExecuteAll(
        IReadOnlyList<WalletCommand> commands, CancellationToken cancellationToken = default) =>
        around(() => inner.ExecuteAll(commands, cancellationToken));

    public ValueTask<WalletAnswer> Reverse(
        long seq, CommandContext context, CancellationToken cancellationToken = default) =>
        inner.Reverse(seq, context, cancellationToken);

    public ValueTask<WalletBalances> GetBalances(CancellationToken cancellationToken = default) =>
        inner.GetBalances(cancellationToken);

    public ValueTask Deliver(long seq, CancellationToken cancellationToken = default) =>
        inner.Deliver(seq, cancellationToken);
}
