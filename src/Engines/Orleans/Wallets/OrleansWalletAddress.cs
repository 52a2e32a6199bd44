using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Engines.Orleans.Wire;

namespace OrleansWallet.Engines.Orleans.Wallets;

/// <summary>A wallet's address in the cluster.</summary>
internal sealed class OrleansWalletAddress(IWalletOrleansGrain grain, GrainCalls calls)
    : IWalletGrain
{
    public async ValueTask<WalletAnswer> Execute(
        WalletCommand command, CancellationToken cancellationToken = default)
    {
        var answer = await calls.Ask(
            grain, new WalletCommandMessage(command),
            static (g, message, token) => g.Execute(message, token), cancellationToken);
        return answer?.Answer ?? WalletAnswer.OutcomeUnknown.Instance;
    }

    public async ValueTask<IReadOnlyList<WalletAnswer>> ExecuteAll(
        IReadOnlyList<WalletCommand> commands, CancellationToken cancellationToken = default)
    {
        var answer = await calls.Ask(
            grain, new WalletCommandsMessage(commands),
            static (g, message, token) => g.ExecuteAll(message, token), cancellationToken);
        return answer?.Answers
            ?? [.. commands.Select(_ => WalletAnswer.OutcomeUnknown.Instance)];
    }

    public async ValueTask<WalletAnswer> Reverse(
        long seq, CommandContext context, CancellationToken cancellationToken = default)
    {
        var answer = await calls.Ask(
            grain, (Seq: seq, Context: new CommandContextMessage(context)),
            static (g, a, token) => g.Reverse(a.Seq, a.Context, token), cancellationToken);
        return answer?.Answer ?? WalletAnswer.OutcomeUnknown.Instance;
    }

    public async ValueTask<WalletBalances> GetBalances(
        CancellationToken cancellationToken = default)
    {
        var answer = await calls.Ask(
            grain, 0, static (g, _, token) => g.GetBalances(token), cancellationToken);
        return answer?.Balances
            ?? throw new WalletUnavailableException("the journal or the silo is away");
    }

    public async ValueTask Deliver(long seq, CancellationToken cancellationToken = default) =>
        await calls.Ask(
            grain, seq,
            static async (g, s, token) =>
            {
                await g.Deliver(s, token);
                return GrainCalls.Answered;
            },
            cancellationToken);
}
