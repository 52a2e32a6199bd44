using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.Withdrawals;

/// <summary>Which action is legal in which state, and what it leads to.</summary>
/// <remarks>The money's side is in <see cref="WithdrawalSteps"/>.</remarks>
public sealed class WithdrawalRules(WithdrawalTerms terms)
    : ProcessRules<WithdrawalState, WithdrawalAction>
{
    private readonly WithdrawalSteps _steps = new(terms);

    public override ProcessKind Kind => ProcessKind.Withdrawal;

    public override ProcessDecision Decide(
        ProcessId id, WithdrawalState? state, WithdrawalAction action, DateTimeOffset now)
    {
        if (action is WithdrawalAction.Create create)
        {
            return state is null
                ? Create(id, create, now)
                : ProcessDecision.Refuse(ProcessRefusalCode.Exists, "this withdrawal exists");
        }

        if (state is null)
        {
            return ProcessDecision.Refuse(
                ProcessRefusalCode.NotFound, "there is no such withdrawal");
        }

        // Whatever happens between the approval and its call: the call is not the first any more.
        state = state with { IsUnasked = false };
        return action switch
        {
            WithdrawalAction.Approve approve => Approve(state, approve, now),
            WithdrawalAction.Reject reject => Reject(state, reject, now),
            WithdrawalAction.Cancel => Cancel(state, action.By, now),
            WithdrawalAction.Report report => Report(state, report, now),
            _ => throw new InvalidOperationException($"{action.GetType().Name} is not an action"),
        };
    }

    public override ProcessStep? Next(WithdrawalState state) => WithdrawalSteps.Next(state);

    public override WithdrawalState Conclude(
        WithdrawalState state, StepResult result, DateTimeOffset now) =>
        _steps.Conclude(state, result, now);

    public override WithdrawalState Elapse(WithdrawalState state, DateTimeOffset now) => state switch
    {
        { Pausing: true } => state with
        {
            Pausing = false,
            Try = state.Try + 1,
            Deadline = null,
            DeadlineSince = null,
        },
        { Status: WithdrawalStatus.Sent } => state with
        {
            Asking = true,
            Deadline = null,
            DeadlineSince = null,
        },
        _ => base.Elapse(state, now),
    };

    private static ProcessDecision NotAllowed(string detail) =>
        ProcessDecision.Refuse(ProcessRefusalCode.NotAllowed, detail);

    private static ProcessDecision Outside(string detail) =>
        ProcessDecision.Refuse(ProcessRefusalCode.OutsideTerms, detail);

    private static ProcessDecision Wrong(WithdrawalState state, string what) =>
        ProcessDecision.Refuse(
            ProcessRefusalCode.WrongState, $"a withdrawal that is {state.StatusName} {what}");

    private ProcessDecision Create(
        ProcessId id, WithdrawalAction.Create create, DateTimeOffset now)
    {
        if (create.By.Role != ActorRole.User || create.By.Id != create.User.Value)
        {
            return NotAllowed("a user withdraws his own money");
        }

        if (FindFault(create, now) is { } fault)
        {
            return fault;
        }

        var fee = terms.FeeOf(create.Amount);
        if ((create.Amount + fee).Minor > Amount.MinorMax)
        {
            return Outside("the amount and its fee are too large");
        }

        return new WithdrawalState
        {
            Id = id,
            CreatedAt = now,
            Status = WithdrawalStatus.Requested,
            User = create.User,
            Amount = create.Amount,
            Fee = fee,
            Network = create.Network,
            Address = create.Address,
            Events =
            [
                new ProcessEvent(
                    now, "", WithdrawalNames.Of(WithdrawalStatus.Requested), create.By.Id),
            ],
        };
    }

    private ProcessDecision? FindFault(WithdrawalAction.Create create, DateTimeOffset now)
    {
        var amount = create.Amount;
        var rate = terms.RateOf(amount.Currency);
        if (!amount.IsPositive || amount.Minor > Amount.MinorMax)
        {
            return Outside("the amount is not positive or too large");
        }

        if (!HasDigits(amount, terms.DigitsMax))
        {
            return Outside($"a payout carries at most {terms.DigitsMax} decimal digits");
        }

        if (WithdrawalTerms.Read(rate.Min, amount.Currency) is { } min && amount < min)
        {
            return Outside($"the least is {min}");
        }

        if (WithdrawalTerms.Read(rate.Max, amount.Currency) is { } max && amount > max)
        {
            return ProcessDecision.Refuse(
                ProcessRefusalCode.LimitExceeded, $"the most of one withdrawal is {max}");
        }

        return create.UsableFrom switch
        {
            null when terms.RequireAddressBook => Outside("the address is not in the address book"),
            { } from when from > now => Outside($"the address can be used from {from:O}"),
            _ => null,
        };
    }

    private static bool HasDigits(Amount amount, int digitsMax)
    {
        var rest = amount.Minor;
        for (var scale = amount.Currency.Scale; scale > digitsMax; scale--)
        {
            if (rest % 10 != 0)
            {
                return false;
            }

            rest /= 10;
        }

        return true;
    }

    private static ProcessDecision? FindFault(WithdrawalState state, Actor by, string what)
    {
        if (by.Role != ActorRole.Admin)
        {
            return NotAllowed("only an admin decides on a withdrawal");
        }

        if (by.Id == state.User.Value)
        {
            return NotAllowed("nobody decides on a withdrawal of his own");
        }

        return state.Status is WithdrawalStatus.Pending or WithdrawalStatus.Review
            ? null
            : Wrong(state, what);
    }

    private static ProcessDecision Approve(
        WithdrawalState state, WithdrawalAction.Approve action, DateTimeOffset now)
    {
        if (FindFault(state, action.By, "can't be approved") is { } fault)
        {
            return fault;
        }

        var approved = state.To(WithdrawalStatus.Paying, action.By.Id, now, action.Note) with
        {
            Note = action.Note,
        };
        return state switch
        {
            { Status: WithdrawalStatus.Pending } => approved with
            {
                AttemptAt = now,
                IsUnasked = true,
            },
            // Only what certainly failed is sent again, and under another name.
            { PayoutFailed: true } => approved with
            {
                AttemptAt = now,
                IsUnasked = true,
                Attempt = state.Attempt + 1,
                PayoutId = null,
                PayoutFailed = false,
                FormerPayouts = state.PayoutId is { } former
                    ? state.FormerPayouts.Add(former)
                    : state.FormerPayouts,
            },
            // Else the provider is asked once more what became of it.
            _ => approved,
        };
    }

    private static ProcessDecision Reject(
        WithdrawalState state, WithdrawalAction.Reject action, DateTimeOffset now) =>
        FindFault(state, action.By, "can't be rejected")
        ?? state.To(WithdrawalStatus.Rejecting, action.By.Id, now, action.Note) with
        {
            Note = action.Note,
        };

    private static ProcessDecision Cancel(WithdrawalState state, Actor by, DateTimeOffset now)
    {
        if (by.Role != ActorRole.User || by.Id != state.User.Value)
        {
            return NotAllowed("only its user cancels a withdrawal");
        }

        return state.Status == WithdrawalStatus.Pending
            ? state.To(WithdrawalStatus.Cancelling, by.Id, now)
            : Wrong(state, "can't be cancelled");
    }

    private ProcessDecision Report(
        WithdrawalState state, WithdrawalAction.Report report, DateTimeOffset now)
    {
        if (report.By.Role != ActorRole.System)
        {
            return NotAllowed("only the provider reports on a payout");
        }

        var current = report.PayoutId == state.PayoutId;
        if (!current && !state.FormerPayouts.Contains(report.PayoutId))
        {
            return ProcessDecision.Refuse(
                ProcessRefusalCode.NotFound, "the payout is none of this withdrawal");
        }

        return _steps.Reported(state, report, current, now);
    }
}
