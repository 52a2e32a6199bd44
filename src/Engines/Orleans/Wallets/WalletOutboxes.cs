using System.Collections.Concurrent;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Engines.Orleans.Wire;

namespace OrleansWallet.Engines.Orleans.Wallets;

/// <summary>Commands on their way from this process to wallets, wherever those are.</summary>
/// <remarks>
/// A message costs more than what it carries. So only the first command to a wallet goes by
/// itself; others that come before its answer gather, as commits do: not for a time, but for as
/// long as this process has something else to do.
/// </remarks>
internal sealed class WalletOutboxes(GrainCalls calls)
{
    private readonly ConcurrentDictionary<WalletId, WalletOutbox> _outboxes = new();

    /// <summary>Wallets with unanswered commands.</summary>
    public int Count => _outboxes.Count;

    /// <summary>Executes a command; its answer does not wait for those of others.</summary>
    public ValueTask<WalletAnswer> Execute(
        WalletId wallet, IWalletOrleansGrain grain, WalletCommand command)
    {
        if (WaitsForOtherWallets(command))
        {
            return Send(grain, command);
        }

        while (true)
        {
            var outbox = _outboxes.GetOrAdd(
                wallet,
                static (id, a) => new WalletOutbox(id, a.grain, a.self), (grain, self: this));
            if (outbox.TryExecute(command) is { } answer)
            {
                return new(answer);
            }
        }
    }

    /// <summary>One command in a message of its own.</summary>
    public async ValueTask<WalletAnswer> Send(IWalletOrleansGrain grain, WalletCommand command)
    {
        var answer = await calls.Ask(
            grain, new WalletCommandMessage(command), static (g, message) => g.Execute(message));
        return answer?.Answer ?? WalletAnswer.OutcomeUnknown.Instance;
    }

    /// <returns>The answers in order; null when there were none within the deadline.</returns>
    public async ValueTask<IReadOnlyList<WalletAnswer>?> Send(
        IWalletOrleansGrain grain, IReadOnlyList<WalletCommand> commands)
    {
        var answer = await calls.Ask(
            grain, new WalletCommandsMessage(commands),
            static (g, message) => g.ExecuteEach(message));
        return answer?.Answers;
    }

    public void Remove(WalletOutbox outbox) => _outboxes.TryRemove(new(outbox.Wallet, outbox));

    // Their answers come later than their commits: nobody else's shall wait for them.
    private static bool WaitsForOtherWallets(WalletCommand command) =>
        command is WalletCommand.Transfer or WalletCommand.Close;
}
