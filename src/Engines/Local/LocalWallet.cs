using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Engines.Local;

/// <summary>A wallet's address in this process.</summary>
internal sealed class LocalWallet(ActivationTable<WalletId, IWalletGrain> wallets, WalletId id)
    : IWalletGrain
{
    public ValueTask<WalletAnswer> Execute(
        WalletCommand command, CancellationToken cancellationToken = default) =>
        wallets.Call(
            id, (command, cancellationToken),
            static (grain, a) => grain.Execute(a.command, a.cancellationToken));

    public ValueTask<IReadOnlyList<WalletAnswer>> ExecuteAll(
        IReadOnlyList<WalletCommand> commands, CancellationToken cancellationToken = default) =>
        wallets.Call(
            id, (commands, cancellationToken),
            static (grain, a) => grain.ExecuteAll(a.commands, a.cancellationToken));

    public ValueTask<WalletAnswer> Reverse(
        long seq, CommandContext context, CancellationToken cancellationToken = default) =>
        wallets.Call(
            id, (seq, context, cancellationToken),
            static (grain, a) => grain.Reverse(a.seq, a.context, a.cancellationToken));

    public ValueTask<WalletBalances> GetBalances(CancellationToken cancellationToken = default) =>
        wallets.Call(
            id, cancellationToken, static (grain, a) => grain.GetBalances(a));

    public async ValueTask Deliver(long seq, CancellationToken cancellationToken = default) =>
        await wallets.Call(
            id, (seq, cancellationToken),
            static async (grain, a) =>
            {
                await grain.Deliver(a.seq, a.cancellationToken);
                return true;
            });
}
