using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Deposits;

/// <summary>
/// A payment only moves forward and is credited once, with exactly what was paid. What can't be
/// credited without doubt waits for an admin. Of what nothing is heard for long the provider is
/// asked, and its answer counts as a message would.
/// </summary>
public sealed class DepositRules(DepositTerms terms) : ProcessRules<DepositState, DepositAction>
{
    /// <summary>How often it is asked without any message in between: for more than a week.
    /// </summary>
    public const int AsksMax = 14;

    private const int DoublingsMax = 7;
    private const string Provider = "nowpayments";
    private static readonly TransactionType _type = new("deposit_nowpayments");
    private static readonly Counterparty _from = new("world:nowpayments");

    public override ProcessKind Kind => ProcessKind.Deposit;

    public override ProcessDecision Decide(
        ProcessId id, DepositState? state, DepositAction action, DateTimeOffset now) =>
        action switch
        {
            DepositAction.Create create => Create(id, state, create, now),
            DepositAction.Report report when report.By.Role == ActorRole.System =>
                Report(id, state, report, now),
            DepositAction.Report => NotAllowed("only the provider reports on a payment"),
            _ when action.By.Role != ActorRole.Admin =>
                NotAllowed("only an admin decides on a parked payment"),
            _ when state is null => ProcessDecision.Refuse(
                ProcessRefusalCode.NotFound, "there is no such payment"),
            _ when state.Credit != DepositCredit.Parked => ProcessDecision.Refuse(
                ProcessRefusalCode.WrongState,
                $"a payment that is {state.StatusName} is not parked"),
            DepositAction.Resolve resolve => Resolve(state, resolve, now),
            DepositAction.Reject reject =>
                (state with { Credit = DepositCredit.Rejected, Note = reject.Note })
                    .After(state, reject.By.Id, now, reject.Note),
            _ => throw new InvalidOperationException($"{action.GetType().Name} is not an action"),
        };

    public override ProcessStep? Next(DepositState state) => state switch
    {
        { Credit: DepositCredit.Crediting } => new ProcessStep.Wallet(
                state.User!.Value,
                new WalletCommand.Credit(
                    new CommandContext(
                        state.Id.StepKey(FormattableString.Invariant($"credit-{state.Try}")), _type,
                        new ReferenceId(state.Id.Value)),
                    AccountKind.Spot, state.Paid!.Value, _from)),
        { Asking: true } => new ProcessStep.Outside(new PaymentCall(state.Id.Value)),
        _ => null,
    };

    public override DepositState Conclude(
        DepositState state, StepResult result, DateTimeOffset now) => result switch
        {
            StepResult.Answered { Answer: PaymentAnswer answer } => Answered(state, answer, now),
            StepResult.Refused refused => (state with
            {
                Credit = DepositCredit.Parked,
                Parked = ParkReason.WalletRefused,
                Try = state.Try + 1,
                Refusal = new ProcessRefusal(
                    ProcessRefusalCode.WalletRefused, "the wallet takes no money", refused.Refusal),
            }).After(state, Actor.Grid.Id, now, DepositNames.Of(ParkReason.WalletRefused)),
            _ => (state with { Credit = DepositCredit.Credited, Parked = null, Refusal = null })
                .After(state, Actor.Grid.Id, now, "credited"),
        };

    public override DepositState Elapse(DepositState state, DateTimeOffset now) =>
        base.Elapse(state, now) with { Asking = state.IsUnfinished };

    private static ProcessDecision NotAllowed(string detail) =>
        ProcessDecision.Refuse(ProcessRefusalCode.NotAllowed, detail);

    private ProcessDecision Create(
        ProcessId id, DepositState? state, DepositAction.Create create, DateTimeOffset now)
    {
        if (create.By.Role != ActorRole.User || create.By.Id != create.User.Value)
        {
            return NotAllowed("a user asks for his own deposits");
        }

        // The provider's news may have come before the answer to the request.
        if (state?.User is { } user && user != create.User)
        {
            return ProcessDecision.Refuse(
                ProcessRefusalCode.Exists, "this payment is somebody else's");
        }

        var known = state ?? new DepositState
        {
            Id = id,
            CreatedAt = now,
            Status = DepositStatus.Waiting,
            PayCurrency = create.PayCurrency,
            Events =
            [
                new ProcessEvent(
                    now, "", DepositNames.Of(DepositStatus.Waiting), create.By.Id),
            ],
        };
        var asked = known with
        {
            User = create.User,
            Asked = create.Currency,
            PayAddress = create.PayAddress,
            PayAmount = create.PayAmount,
            ExpiresAt = create.ExpiresAt,
            OrderId = create.OrderId,
        };
        return Listen(asked, now);
    }

    private DepositState Report(
        ProcessId id, DepositState? state, DepositAction.Report report, DateTimeOffset now)
    {
        var told = Told(id, state, report.News, report.By.Id, now);
        return Listen(told with { Asking = false, Asks = 0 }, now);
    }

    // As if it were a message; one may have come before it, or come after it.
    private DepositState Answered(DepositState state, PaymentAnswer answer, DateTimeOffset now)
    {
        var asked = state with { Asking = false, Asks = state.Asks + 1 };
        var told = answer.News is { } news
            ? Told(asked.Id, asked, news, Provider, now)
            : asked;
        return Listen(told, now);
    }

    // Until when something should be heard of it.
    private DepositState Listen(DepositState state, DateTimeOffset now)
    {
        var asks = terms.AskAfter > TimeSpan.Zero && state is { IsUnfinished: true, Asking: false }
            && state.Asks < AsksMax;
        return state with
        {
            Deadline = asks
                ? now + (terms.AskAfter * (1 << Math.Min(state.Asks, DoublingsMax)))
                : null,
            DeadlineSince = asks ? now : null,
        };
    }

    private DepositState Told(
        ProcessId id, DepositState? state, DepositNews news, string by, DateTimeOffset now)
    {
        var before = state ?? new DepositState
        {
            Id = id,
            CreatedAt = now,
            Status = news.Status,
            PayCurrency = news.PayCurrency,
        };
        if (news.Status < before.Status)
        {
            return before;
        }

        var after = Take(before, news);
        var note = before.Credit is DepositCredit.Crediting or DepositCredit.Credited
            ? NoteOnPaid(before, news)
            : null;
        if (after.Credit is DepositCredit.None or DepositCredit.Parked)
        {
            (after, note) = Settle(after, news.Currency);
        }

        if (state is null)
        {
            return after with
            {
                Events = [new ProcessEvent(now, "", after.StatusName, by, note)],
            };
        }

        var isNews = after.StatusName != before.StatusName || after.Status != before.Status
            || after.Credit != before.Credit || (note is not null && note != LastNote(before));
        return isNews ? after.After(before, by, now, note) : after;
    }

    private static DepositState Take(DepositState state, DepositNews news)
    {
        var taken = state with
        {
            Status = news.Status,
            User = state.User ?? news.Owner,
            PayAddress = state.PayAddress ?? news.PayAddress,
            ParentPaymentId = state.ParentPaymentId ?? news.ParentPaymentId,
            OrderId = state.OrderId ?? news.OrderId,
            Confirmations = news.Confirmations ?? state.Confirmations,
        };
        // What is being credited, or was, does not change any more.
        return state.Credit is DepositCredit.None or DepositCredit.Parked
            ? taken with
            {
                PayCurrency = news.PayCurrency,
                ActuallyPaid = news.ActuallyPaid,
                Paid = news.Paid,
            }
            : taken;
    }

    private (DepositState State, string? Note) Settle(DepositState state, Currency? currency)
    {
        if (!terms.IsCreditable(state.Status))
        {
            // Given back, or not there yet: nothing to decide on.
            return (state with { Credit = DepositCredit.None, Parked = null }, null);
        }

        ParkReason? reason = state switch
        {
            // What an admin has to look at is not paid out by the same news told again.
            { Parked: ParkReason.WalletRefused } => ParkReason.WalletRefused,
            _ when currency is null => ParkReason.UnknownCurrency,
            { Asked: { } asked } when !asked.Equals(currency) => ParkReason.WrongCurrency,
            { Paid: not { IsPositive: true } } => ParkReason.UnknownAmount,
            { Paid.Minor: var minor } when minor > Amount.MinorMax => ParkReason.UnknownAmount,
            { User: null } => ParkReason.UnknownPayment,
            _ => null,
        };
        return reason is { } why
            ? (state with { Credit = DepositCredit.Parked, Parked = why }, DepositNames.Of(why))
            : (state with { Credit = DepositCredit.Crediting, Parked = null }, null);
    }

    // More than was credited, or given back after it was: people have to see that.
    private static string? NoteOnPaid(DepositState state, DepositNews news) => news switch
    {
        { Status: DepositStatus.Refunded } => "refunded_after_credit",
        { Paid: { } paid } when state.Paid is { } credited
            && (!paid.Currency.Equals(credited.Currency) || paid > credited) =>
            $"paid_after_credit: {paid} {paid.Currency}",
        _ => null,
    };

    private static string? LastNote(DepositState state) =>
        state.Events is [.., var last] ? last.Note : null;

    private static ProcessDecision Resolve(
        DepositState state, DepositAction.Resolve resolve, DateTimeOffset now)
    {
        if (resolve.By.Id == resolve.User.Value)
        {
            return NotAllowed("nobody credits himself");
        }

        if (resolve.Paid is not { IsPositive: true } paid || paid.Minor > Amount.MinorMax)
        {
            return ProcessDecision.Refuse(
                ProcessRefusalCode.WrongState,
                $"{state.ActuallyPaid ?? "nothing"} {state.PayCurrency} is no sum of a currency "
                + "of this grid");
        }

        return (state with { Credit = DepositCredit.Crediting, User = resolve.User, Paid = paid })
            .After(state, resolve.By.Id, now, "resolved");
    }
}
