using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal;

namespace OrleansWallet.Grains.Wallets;

/// <summary>One wallet: decides in memory, commits, answers, publishes.</summary>
/// <remarks>
/// All code runs in turns of one scheduler; at each await another call may come between. There
/// are two states: the decided one, on which new commands are decided at once, and the committed
/// one, which reads see. Between them are the flights, commits under way in order. When a flight
/// is not done, the decided state falls back to the committed one and what was in flight is
/// decided again, before anything newer.
/// </remarks>
public sealed class WalletGrain : IWalletGrain
{
    private readonly GrainServices _services;
    private readonly PostingDelivery _delivery;
    private readonly WalletCopy _copy;

    public WalletGrain(WalletId id, GrainServices services)
    {
        _services = services;
        _copy = new WalletCopy(id, services);
        _delivery = new PostingDelivery(id, services, _copy);
    }

    public ValueTask<WalletAnswer> Execute(
        WalletCommand command, CancellationToken cancellationToken = default)
    {
        if (command is WalletCommand.Close)
        {
            return ExecuteClose(command, cancellationToken);
        }

        var call = new PendingCall(_copy.Id, command);
        _copy.Submit(call);
        // The caller awaits the commit itself: a turn in between would be one more a command.
        var answer = command is WalletCommand.Transfer ? FinishTransfer(call) : call.Settled;
        return new ValueTask<WalletAnswer>(UnlessCancelled(answer, cancellationToken));
    }

    public async ValueTask<IReadOnlyList<WalletAnswer>> ExecuteAll(
        IReadOnlyList<WalletCommand> commands, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfZero(commands.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(commands.Count, WalletLimits.BatchMax);
        return commands.Any(c => c is WalletCommand.Close)
            ? await ExecuteWithClose(commands, cancellationToken)
            : await Finish(new PendingCall(_copy.Id, commands), cancellationToken);
    }

    public async ValueTask<WalletAnswer> Reverse(
        long seq, CommandContext context, CancellationToken cancellationToken = default)
    {
        if (await _copy.TryOpen(cancellationToken) is not null)
        {
            return WalletAnswer.NotAccepted.Instance;
        }

        IReadOnlyList<Entry> entries;
        var walletNo = _copy.WalletNo;
        try
        {
            entries = await _services.Journal.ReadEntries(walletNo, seq, 1, cancellationToken);
        }
        catch (JournalUnavailableException)
        {
            return WalletAnswer.NotAccepted.Instance;
        }

        // Not found is decided like any refusal, so that its key is checked and remembered.
        var original = entries is [{ Leg: 0 } found] ? found : null;
        var command = new WalletCommand.Reverse(context, original, new EntryLink(walletNo, seq));
        return await Execute(command, cancellationToken);
    }

    public async ValueTask<WalletBalances> GetBalances(CancellationToken cancellationToken = default)
    {
        if (await _copy.TryConfirm(cancellationToken) is { } away)
        {
            throw new WalletUnavailableException("the journal is away", away);
        }

        var state = _copy.Committed;
        return new WalletBalances(
            state.Id, state.Status, state.Seq, state.CreatedAt, state.Balances);
    }

    public async ValueTask Deliver(long seq, CancellationToken cancellationToken = default)
    {
        if (await _copy.TryOpen(cancellationToken) is { } away)
        {
            throw new JournalUnavailableException(away.Message, away);
        }

        await _delivery.Resume(seq, cancellationToken);
    }

    private Task<WalletAnswer[]> Finish(PendingCall call, CancellationToken cancellationToken)
    {
        _copy.Submit(call);
        return UnlessCancelled(Finish(call), cancellationToken);
    }

    private async Task<WalletAnswer[]> Finish(PendingCall call)
    {
        await call.Settled;
        // All at once: each waits for its postings within bounds.
        var finishing = Array.ConvertAll(call.Items, item => _delivery.Finish(item.Answer!));
        var answers = new WalletAnswer[finishing.Length];
        for (var i = 0; i < answers.Length; i++)
        {
            answers[i] = await finishing[i];
        }

        return answers;
    }

    private async Task<WalletAnswer> FinishTransfer(PendingCall call) =>
        await _delivery.Finish(await call.Settled);

    // A caller that gives up stops waiting; what it asked for goes on to its end.
    private static Task<T> UnlessCancelled<T>(Task<T> task, CancellationToken cancellationToken) =>
        cancellationToken.CanBeCanceled ? task.WaitAsync(cancellationToken) : task;

    private async ValueTask<WalletAnswer> ExecuteClose(
        WalletCommand command, CancellationToken cancellationToken) =>
        (await ExecuteWithClose([command], cancellationToken))[0];

    // A commit that fails may show a newer state: then the close is prepared again.
    private async ValueTask<WalletAnswer[]> ExecuteWithClose(
        IReadOnlyList<WalletCommand> commands, CancellationToken cancellationToken)
    {
        while (await PrepareClose(commands, cancellationToken) is { } call)
        {
            var answers = await Finish(call, cancellationToken);
            if (!call.IsStale)
            {
                return answers;
            }
        }

        return [.. commands.Select(_ => WalletAnswer.NotAccepted.Instance)];
    }

    // Whether postings are under way is the journal's to know, and it must be known at the
    // very state on which the close is decided.
    private async ValueTask<PendingCall?> PrepareClose(
        IReadOnlyList<WalletCommand> commands, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                if (await _copy.TryOpen(cancellationToken) is not null)
                {
                    return null;
                }

                await _copy.Drain();
                var seq = _copy.Decided.Seq;
                var underWay = await _delivery.AnyUnderWay(cancellationToken);
                if (_copy.Decided.Seq == seq)
                {
                    var prepared = commands.Select(c => Prepare(c, underWay)).ToArray();
                    return new PendingCall(_copy.Id, prepared) { OnlyAt = seq };
                }
            }
        }
        catch (JournalUnavailableException)
        {
            return null;
        }
    }

    private static WalletCommand Prepare(WalletCommand command, bool underWay) =>
        command is WalletCommand.Close close
            ? close with { PostingsUnderWay = underWay }
            : command;
}
