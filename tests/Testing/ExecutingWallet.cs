using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Testing;

/// <summary>A wallet that only takes commands, one by one.</summary>
public abstract class ExecutingWallet : IWalletGrain
{
    public abstract ValueTask<WalletAnswer> Execute(
        WalletCommand command, CancellationToken cancellationToken = default);

    public ValueTask<IReadOnlyList<WalletAnswer>> ExecuteAll(
        IReadOnlyList<WalletCommand> commands, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public ValueTask<WalletAnswer> Reverse(
        long seq, CommandContext context, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public ValueTask<WalletBalances> GetBalances(CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public ValueTask Deliver(long seq, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();
}
