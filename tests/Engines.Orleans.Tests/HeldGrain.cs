using System.Collections.Concurrent;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Engines.Orleans.Wallets;
using OrleansWallet.Engines.Orleans.Wire;

namespace OrleansWallet.Engines.Orleans.Tests;

/// <summary>A wallet that answers when it is told to, each credit with its own sum.</summary>
internal sealed class HeldGrain : IWalletOrleansGrain
{
    private readonly TaskCompletionSource _released =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How many commands each message had, in the order in which they came.</summary>
    public ConcurrentQueue<int> Messages { get; } = [];

    /// <summary>Commands that can't be executed.</summary>
    public Func<WalletCommand, Exception?> Fails { get; init; } = _ => null;

    public void Release() => _released.TrySetResult();

    public static WalletAnswer AnswerTo(WalletCommand command) =>
        new WalletAnswer.Refused(
            new Refusal(RefusalCode.InsufficientBalance, ((WalletCommand.Credit)command).Amount),
            false);

    public async ValueTask<WalletAnswerMessage> Execute(WalletCommandMessage command)
    {
        Messages.Enqueue(1);
        await _released.Task;
        return new(Answer(command.Command));
    }

    public async ValueTask<WalletAnswersMessage> ExecuteEach(WalletCommandsMessage commands)
    {
        Messages.Enqueue(commands.Commands.Count);
        await _released.Task;
        return new([.. commands.Commands.Select(Answer)]);
    }

    public ValueTask<WalletAnswersMessage> ExecuteAll(WalletCommandsMessage commands) =>
        throw new NotSupportedException();

    public ValueTask<WalletAnswerMessage> Reverse(long seq, CommandContextMessage context) =>
        throw new NotSupportedException();

    public ValueTask<WalletBalancesMessage> GetBalances() => throw new NotSupportedException();

    public ValueTask Deliver(long seq) => throw new NotSupportedException();

    private WalletAnswer Answer(WalletCommand command) => Fails(command) is { } failure
        ? throw failure
        : command is WalletCommand.Credit ? AnswerTo(command) : WalletAnswer.NotAccepted.Instance;
}
