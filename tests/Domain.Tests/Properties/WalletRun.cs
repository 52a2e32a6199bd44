using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Tests.Wallets;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Tests.Properties;

/// <summary>Lives a sequence, and keeps what a journal and the other wallets would know.</summary>
internal sealed class WalletRun
{
    private readonly HashSet<long> _returned = [];

    public WalletRun(WalletSequence sequence)
    {
        if (!sequence.Full)
        {
            return;
        }

        foreach (var command in StateCommandTable.ToTheBrim())
        {
            Decide(command);
        }
    }

    public WalletState State { get; private set; } = WalletState.New(Make.Alice);

    public List<Entry> History { get; } = [];

    public DateTimeOffset Now { get; private set; } = WalletScenario.Start;

    /// <summary>Makes a command of the step and decides it; null when there is none.</summary>
    public (WalletCommand Command, WalletState Before, Decision Decision)? Do(WalletStep step)
    {
        Now = Now.AddSeconds(step.Seconds).AddTicks(step.Pick);
        var before = State;
        return CommandOf(step) is { } command ? (command, before, Decide(command)) : null;
    }

    private Decision Decide(WalletCommand command)
    {
        var decision = WalletDecider.Decide(State, command, Now);
        State = decision.State;
        History.AddRange(decision.Entries);
        if (command is WalletCommand.Return back && decision.Refusal is null)
        {
            _returned.Add(back.Source.Seq);
        }

        return decision;
    }

    private WalletCommand? CommandOf(WalletStep step)
    {
        var amount = AmountOf(step, step.Bitcoin);
        var hold = $"hold-{step.Pick / 10 % 2}";
        return step.Command.Name switch
        {
            nameof(WalletCommand.Credit) => Make.Credit(amount, step.Account),
            nameof(WalletCommand.Debit) => Make.Debit(amount, step.Account),
            nameof(WalletCommand.Lock) => Make.Lock(amount, hold, ExpiryOf(step), step.Account),
            nameof(WalletCommand.Unlock) => Make.Unlock(null, hold, step.DerivedKey) with
            {
                Currency = amount.Currency,
                Amount = PartOf(step),
            },
            nameof(WalletCommand.Release) => Make.Release(null, hold, step.DerivedKey) with
            {
                Currency = amount.Currency,
                Amount = PartOf(step),
            },
            nameof(WalletCommand.Transfer) => TransferOf(step, amount, hold),
            nameof(WalletCommand.Accept) => Make.Accept(amount),
            nameof(WalletCommand.Return) => ReturnOf(step),
            nameof(WalletCommand.Move) => Make.Move(
                amount, step.Account, (AccountKind)(step.Pick % 7 == 0 ? 0 : 1)),
            nameof(WalletCommand.Expire) => Make.Expire(hold),
            nameof(WalletCommand.Reverse) => ReverseOf(step),
            nameof(WalletCommand.Freeze) => Make.Freeze(),
            nameof(WalletCommand.Unfreeze) => Make.Unfreeze(),
            nameof(WalletCommand.Close) => Make.Close(
                postingsUnderWay: step.Pick % 2 == 0 || UnderWay().Any()),
            _ => throw new InvalidOperationException($"no step makes a {step.Command.Name}"),
        };
    }

    private static Amount AmountOf(WalletStep step, bool bitcoin) =>
        bitcoin ? Make.Btc(step.Minor) : Make.Usd(step.Minor);

    // Half are the whole hold; a few are of another currency than they should be.
    private static Amount? PartOf(WalletStep step) =>
        step.Pick % 2 == 0 ? null : AmountOf(step, step.Bitcoin ^ (step.Pick % 9 == 0));

    private DateTimeOffset? ExpiryOf(WalletStep step) =>
        step.Pick % 2 == 0 ? null : Now.AddSeconds(step.Pick % 60);

    private WalletCommand.Transfer TransferOf(WalletStep step, Amount amount, string hold)
    {
        var other = step.Pick % 40 == 0 ? Make.Alice : Make.Carol;
        var postings = Enumerable.Range(0, step.Pick % 4)
            .Select(i => Make.To(i == 0 ? Make.Bob : other, amount)).ToArray();
        if (step.Pick % 5 > 2)
        {
            return Make.Send(postings) with { Account = step.Account };
        }

        if (step.Pick % 5 == 0 && State.Holds.TryGetValue(hold, out var whole))
        {
            // Random sums hardly ever use a hold up, and what comes back must make it again.
            var half = new Amount(whole.Remaining / 2, whole.Amount.Currency);
            var rest = new Amount(whole.Remaining - half.Minor, whole.Amount.Currency);
            postings = [Make.To(Make.Bob, half), Make.To(other, rest)];
        }

        return Make.SendFromHold(postings, hold, step.DerivedKey);
    }

    /// <summary>What another wallet refused: any posting that has not come back.</summary>
    private WalletCommand.Return? ReturnOf(WalletStep step)
    {
        var sent = UnderWay().ToArray();
        if (sent.Length == 0)
        {
            return null;
        }

        var entry = sent[step.Pick % sent.Length];
        return Make.Return(
            entry.Amount!.Value, entry.Hold?.Value, entry.ExpiresAt, entry.Account) with
        {
            Source = new EntryLink(1, entry.Seq),
        };
    }

    private WalletCommand.Reverse? ReverseOf(WalletStep step) =>
        History.Count == 0 ? null : Make.Reverse(History[step.Pick % History.Count]);

    private IEnumerable<Entry> UnderWay() => History.Where(e =>
        e.Kind is EntryKind.Sent or EntryKind.SentFromHold && !_returned.Contains(e.Seq));
}
