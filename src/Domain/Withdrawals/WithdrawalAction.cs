using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.Withdrawals;

/// <summary>What somebody wants of a withdrawal. Closed: the nested records are all.</summary>
public abstract record WithdrawalAction : ProcessAction
{
    private WithdrawalAction()
    {
    }

    /// <summary>Begins it. The fee and the limits come from the platform's terms.</summary>
    /// <param name="User">Whose money it is.</param>
    /// <param name="Amount">What arrives; the fee comes on top.</param>
    /// <param name="Network">Null for the currency's usual one.</param>
    /// <param name="Address">Where to.</param>
    /// <param name="UsableFrom">From when the user's address book allows the address; null when
    /// it is not in the book.</param>
    public sealed record Create(
        WalletId User, Amount Amount, string? Network, string Address, DateTimeOffset? UsableFrom)
        : WithdrawalAction;

    public sealed record Approve(string? Note) : WithdrawalAction;

    public sealed record Reject(string? Note) : WithdrawalAction;

    public sealed record Cancel : WithdrawalAction;

    /// <summary>The provider's news of a payout.</summary>
    public sealed record Report(string PayoutId, PayoutOutcome Outcome, string? Detail)
        : WithdrawalAction;
}
