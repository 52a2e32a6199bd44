using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.Withdrawals;

/// <summary>What a withdrawal wants of its user's allowance. Closed: the nested records are all.
/// </summary>
public abstract record AllowanceAction : ProcessAction
{
    private AllowanceAction()
    {
    }

    /// <summary>Takes its part of the limits.</summary>
    /// <param name="Withdrawal">Its id.</param>
    /// <param name="Amount">Without the fee.</param>
    /// <param name="AskedAt">When it was made; a late message is refused.</param>
    public sealed record Reserve(string Withdrawal, Amount Amount, DateTimeOffset AskedAt)
        : AllowanceAction;

    /// <summary>The withdrawal came to nothing.</summary>
    public sealed record Free(string Withdrawal) : AllowanceAction;
}
