using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Engines.Orleans.Wire;

namespace OrleansWallet.Engines.Orleans.Wallets;

/// <summary>A wallet's address in the cluster.</summary>
internal sealed class OrleansWalletAddress(
    WalletId id, IWalletOrleansGrain grain, WalletOutboxes outboxes, GrainCalls calls)
    : IWalletGrain
{
    public ValueTask<WalletAnswer> Execute(
        WalletCommand command, CancellationToken cancellationToken = default)
    {
        var answering = outboxes.Execute(id, grain, command);
        return cancellationToken.CanBeCanceled && !answering.IsCompleted
            ? new(answering.AsTask().WaitAsync(cancellationToken))
            : answering;
    }

    public async ValueTask<IReadOnlyList<WalletAnswer>> ExecuteAll(
        IReadOnlyList<WalletCommand> commands, CancellationToken cancellationToken = default)
    {
        var answer = await calls.Ask(
            grain, new WalletCommandsMessage(commands),
            static (g, message) => g.ExecuteAll(message), cancellationToken);
        return answer?.Answers
            ?? [.. commands.Select(_ => WalletAnswer.OutcomeUnknown.Instance)];
    }

    public async ValueTask<WalletAnswer> Reverse(
        long seq, CommandContext context, CancellationToken cancellationToken = default)
    {
        var answer = await calls.Ask(
            grain, (Seq: seq, Context: new CommandContextMessage(context)),
            static (g, a) => g.Reverse(a.Seq, a.Context), cancellationToken);
        return answer?.Answer ?? WalletAnswer.OutcomeUnknown.Instance;
    }

    public async ValueTask<WalletBalances> GetBalances(
        CancellationToken cancellationToken = default)
    {
        var answer = await calls.Ask(
            grain, 0, static (g, _) => g.GetBalances(), cancellationToken);
        return answer?.Balances
            ?? throw new WalletUnavailableException("the journal or the silo is away");
    }

    public async ValueTask Deliver(long seq, CancellationToken cancellationToken = default) =>
        await calls.Ask(
            grain, seq,
            static async (g, s) =>
            {
                await g.Deliver(s);
                return GrainCalls.Answered;
            },
            cancellationToken);
}
