using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Contracts.Wallets;

/// <summary>
/// One wallet. It serializes its own mutations; calls interleave only where it awaits the
/// journal. Every answer is durable: a refusal waits for the commits of the state it saw.
/// </summary>
/// <remarks>
/// Cancelling a call stops the waiting, not the command: ask again with the same key.
/// </remarks>
public interface IWalletGrain
{
    /// <summary>Executes a command at most once per key.</summary>
    ValueTask<WalletAnswer> Execute(
        WalletCommand command, CancellationToken cancellationToken = default);

    /// <summary>Executes commands in order, all or none; the first refusal refuses all.</summary>
    /// <param name="commands">1 to <see cref="WalletLimits.BatchMax"/>, each with its own key.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>An answer for each command, in order.</returns>
    ValueTask<IReadOnlyList<WalletAnswer>> ExecuteAll(
        IReadOnlyList<WalletCommand> commands, CancellationToken cancellationToken = default);

    /// <summary>Undoes the transaction whose first entry is <paramref name="seq"/>, once.</summary>
    ValueTask<WalletAnswer> Reverse(
        long seq, CommandContext context, CancellationToken cancellationToken = default);

    /// <summary>The last committed balances, confirmed within the last second.</summary>
    ValueTask<WalletBalances> GetBalances(CancellationToken cancellationToken = default);

    /// <summary>Brings the posting of entry <paramref name="seq"/> to its end, if it is not there.</summary>
    ValueTask Deliver(long seq, CancellationToken cancellationToken = default);
}
