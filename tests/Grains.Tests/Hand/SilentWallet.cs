using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Grains.Tests.Hand;

/// <summary>A wallet that never answers.</summary>
internal sealed class SilentWallet : IWalletGrain
{
    public ValueTask<WalletAnswer> Execute(
        WalletCommand command, CancellationToken cancellationToken = default) =>
        new(Never<WalletAnswer>());

    public ValueTask<IReadOnlyList<WalletAnswer>> ExecuteAll(
        IReadOnlyList<WalletCommand> commands, CancellationToken cancellationToken = default) =>
        new(Never<IReadOnlyList<WalletAnswer>>());

    public ValueTask<WalletAnswer> Reverse(
        long seq, CommandContext context, CancellationToken cancellationToken = default) =>
        new(Never<WalletAnswer>());

    public ValueTask<WalletBalances> GetBalances(CancellationToken cancellationToken = default) =>
        new(Never<WalletBalances>());

    public ValueTask Deliver(long seq, CancellationToken cancellationToken = default) =>
        new(Never<bool>());

    private static Task<T> Never<T>() => new TaskCompletionSource<T>().Task;
}
