using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Withdrawals;
using OrleansWallet.Simulation.Workload;

namespace OrleansWallet.Simulation.Audit.Processes;

/// <summary>No user reserves more than the limit, and only what came to nothing is freed.</summary>
internal sealed class AllowanceAudit() : KindAudit("limits")
{
    private readonly Dictionary<string, AllowanceState> _allowances = new(StringComparer.Ordinal);

    public override void Committed(ProcessChange change)
    {
        var state = (AllowanceState)change.State;
        _allowances[change.Id] = state;
        // A run is far shorter than a day.
        var used = state.Uses.Values.Sum128(u => u.Freed ? 0 : u.Amount.Minor);
        if (used > SimTerms.WithdrawalDayMax)
        {
            throw Breach(change.Id, $"{used} were reserved within a day");
        }
    }

    /// <summary>What a withdrawal has reserved; null when nothing.</summary>
    public Int128? Reserved(string user, Amount amount, string withdrawal) =>
        _allowances.TryGetValue($"{user}:{amount.Currency.Code}", out var allowance)
        && allowance.Uses.TryGetValue(withdrawal, out var use) && !use.Freed
            ? use.Amount.Minor
            : null;
}
