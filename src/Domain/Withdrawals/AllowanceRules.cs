using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.Withdrawals;

/// <summary>The limits of 24 hours and of 30 days, as sliding windows.</summary>
public sealed class AllowanceRules(WithdrawalTerms terms)
    : ProcessRules<AllowanceState, AllowanceAction>
{
    /// <summary>Withdrawals of one currency within 30 days.</summary>
    public const int UsesMax = 1_000;

    public static readonly TimeSpan Day = TimeSpan.FromHours(24);
    public static readonly TimeSpan Month = TimeSpan.FromDays(30);

    // A reservation that comes later than this is refused, and freed ones are remembered for
    // longer: so a late duplicate never reserves what nobody will free.
    private static readonly TimeSpan _reserveWithin = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan _rememberFor = TimeSpan.FromHours(1);

    public override ProcessKind Kind => ProcessKind.Allowance;

    public override ProcessDecision Decide(
        ProcessId id, AllowanceState? state, AllowanceAction action, DateTimeOffset now)
    {
        if (action.By.Role != ActorRole.System)
        {
            return ProcessDecision.Refuse(
                ProcessRefusalCode.NotAllowed, "only withdrawals use an allowance");
        }

        return action switch
        {
            AllowanceAction.Reserve reserve => Reserve(
                Forget(state ?? New(id, reserve.Amount.Currency, now), now), reserve, now),
            AllowanceAction.Free free when state is not null => Free(
                Forget(state, now), free, now),
            AllowanceAction.Free => ProcessDecision.Refuse(
                ProcessRefusalCode.NotFound, "nothing was reserved"),
            _ => throw new InvalidOperationException($"{action.GetType().Name} is not an action"),
        };
    }

    private static AllowanceState New(ProcessId id, Currency currency, DateTimeOffset now) =>
        new() { Id = id, CreatedAt = now, Currency = currency };

    private ProcessDecision Reserve(
        AllowanceState state, AllowanceAction.Reserve reserve, DateTimeOffset now)
    {
        if (state.Uses.TryGetValue(reserve.Withdrawal, out var known))
        {
            return known.Freed
                ? ProcessDecision.Refuse(ProcessRefusalCode.Stale, "the withdrawal is over")
                : state;
        }

        if (now - reserve.AskedAt > _reserveWithin)
        {
            return ProcessDecision.Refuse(
                ProcessRefusalCode.Stale, "the withdrawal was asked for too long ago");
        }

        var rate = terms.RateOf(state.Currency);
        if (Exceeds(state, reserve.Amount, rate.DayMax, now - Day))
        {
            return Exceeded($"the most within 24 hours is {rate.DayMax} {state.Currency}");
        }

        if (Exceeds(state, reserve.Amount, rate.MonthMax, now - Month))
        {
            return Exceeded($"the most within 30 days is {rate.MonthMax} {state.Currency}");
        }

        if (state.Uses.Count >= UsesMax)
        {
            return Exceeded($"the most withdrawals within 30 days are {UsesMax}");
        }

        return state with
        {
            Uses = state.Uses.Add(reserve.Withdrawal, new AllowanceUse(reserve.Amount, now, false)),
        };
    }

    private static AllowanceState Free(
        AllowanceState state, AllowanceAction.Free free, DateTimeOffset now) => state with
        {
            Uses = state.Uses.SetItem(
            free.Withdrawal, new AllowanceUse(Amount.Zero(state.Currency), now, true)),
        };

    private static bool Exceeds(
        AllowanceState state, Amount amount, string? max, DateTimeOffset since) =>
        WithdrawalTerms.Read(max, state.Currency) is { } limit
        && (amount > limit || state.UsedSince(since) > limit - amount);

    private static ProcessDecision Exceeded(string detail) =>
        ProcessDecision.Refuse(ProcessRefusalCode.LimitExceeded, detail);

    private static AllowanceState Forget(AllowanceState state, DateTimeOffset now) => state with
    {
        Uses = state.Uses.RemoveRange(
            state.Uses.Where(u => now - u.Value.At >= (u.Value.Freed ? _rememberFor : Month))
                .Select(u => u.Key)),
    };
}
