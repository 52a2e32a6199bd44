using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal;
using OrleansWallet.Journal.Queries;

namespace OrleansWallet.Api.Tests.Fakes;

/// <summary>A wallet in memory, on the real decider.</summary>
public sealed class FakeWallet(FakeGrid grid, WalletId id, long no) : IWalletGrain
{
    public WalletId Id => id;

    public long No => no;

    public WalletState State { get; private set; } = WalletState.New(id);

    public List<Entry> Entries { get; } = [];

    public Dictionary<long, PostingStatus> Postings { get; } = [];

    public async ValueTask<WalletAnswer> Execute(
        WalletCommand command, CancellationToken cancellationToken = default)
    {
        grid.CountArrival();
        await grid.Gate.WaitAsync(cancellationToken);
        if (grid.Failure is { } failure)
        {
            throw failure;
        }

        lock (grid.Gatekeeper)
        {
            grid.CountCommand();
            return grid.IsAway ? WalletAnswer.NotAccepted.Instance : Run(command);
        }
    }

    public async ValueTask<IReadOnlyList<WalletAnswer>> ExecuteAll(
        IReadOnlyList<WalletCommand> commands, CancellationToken cancellationToken = default)
    {
        await grid.Gate.WaitAsync(cancellationToken);
        lock (grid.Gatekeeper)
        {
            var state = State;
            foreach (var command in commands)
            {
                var decision = WalletDecider.Decide(state, command, DateTimeOffset.UtcNow);
                if (decision.Refusal is { } refusal)
                {
                    return [.. commands.Select(_ => new WalletAnswer.Refused(refusal))];
                }

                state = decision.State;
            }

            return [.. commands.Select(Run)];
        }
    }

    public async ValueTask<WalletAnswer> Reverse(
        long seq, CommandContext context, CancellationToken cancellationToken = default)
    {
        Entry? original;
        lock (grid.Gatekeeper)
        {
            original = Entries.Find(e => e.Seq == seq && e.Leg == 0);
        }

        return original is null
            ? new WalletAnswer.Refused(new Refusal(RefusalCode.TransactionNotFound))
            : await Execute(
                new WalletCommand.Reverse(context, original, new EntryLink(no, seq)),
                cancellationToken);
    }

    public ValueTask<WalletBalances> GetBalances(CancellationToken cancellationToken = default)
    {
        lock (grid.Gatekeeper)
        {
            if (grid.IsAway)
            {
                throw new WalletUnavailableException();
            }

            return new(new WalletBalances(
                id, State.Status, State.Seq, State.CreatedAt, State.Balances));
        }
    }

    public ValueTask Deliver(long seq, CancellationToken cancellationToken = default) => default;

    private WalletAnswer Run(WalletCommand command)
    {
        var key = command.Context.Key.Hash();
        var fingerprint = Fingerprint.Of(id, command);
        if (grid.FindKey(key) is { } known)
        {
            return Replay(known, fingerprint);
        }

        var decision = WalletDecider.Decide(State, command, DateTimeOffset.UtcNow);
        if (decision.Refusal is { } refusal)
        {
            if (command.Context.Key.IsExplicit && refusal.DependsOnState)
            {
                grid.Record(new KeyRecord(key, fingerprint, id, no, [], refusal));
            }

            return new WalletAnswer.Refused(refusal);
        }

        State = decision.State;
        Entries.AddRange(decision.Entries);
        grid.Record(new KeyRecord(key, fingerprint, id, no, decision.Entries, null));
        grid.Publish(this, decision.Entries);
        return new WalletAnswer.Done(
            new Receipt(id, no, decision.Entries, Deliver(decision.Entries)));
    }

    private WalletAnswer Replay(KeyRecord known, UInt128 fingerprint)
    {
        if (known.Fingerprint != fingerprint)
        {
            return new WalletAnswer.Refused(new Refusal(RefusalCode.KeyReusedWithOtherInput));
        }

        return known.Refusal is { } refused
            ? new WalletAnswer.Refused(refused, Replayed: true)
            : new WalletAnswer.Done(new Receipt(id, no, known.Entries), Replayed: true);
    }

    private ReceiptStatus Deliver(IReadOnlyList<Entry> entries)
    {
        var status = ReceiptStatus.Completed;
        foreach (var entry in entries)
        {
            if (entry.Kind is not (EntryKind.Sent or EntryKind.SentFromHold))
            {
                continue;
            }

            var to = new WalletId(entry.Counterparty!.Value.Value);
            var link = new EntryLink(no, entry.Seq);
            var returned = grid.Refusing.Contains(to);
            Postings[entry.Seq] = returned ? PostingStatus.Returned : PostingStatus.Completed;
            status = returned ? ReceiptStatus.Returned : status;
            var context = new CommandContext(
                CommandKey.FromPosting(id, entry.Seq, returned ? "return" : "accept"), entry.Type,
                entry.Reference);
            if (returned)
            {
                Run(new WalletCommand.Return(
                    context, entry.Account, entry.Amount!.Value, to, link, entry.Hold,
                    entry.ExpiresAt));
            }
            else
            {
                grid.Wallet(to).Run(new WalletCommand.Accept(
                    context, entry.Amount!.Value, id, link));
            }
        }

        return status;
    }
}
