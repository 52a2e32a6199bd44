using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Domain.Wallets;

/// <summary>Money set aside under a name. It goes when nothing of it remains.</summary>
/// <param name="Name">Unique among the wallet's open holds.</param>
/// <param name="Account">Whose money it is.</param>
/// <param name="Amount">What was locked; grows when more than that comes back to it.</param>
/// <param name="Remaining">What is left of it, in minor units; never more than the amount.</param>
/// <param name="Type">Why it was locked.</param>
/// <param name="CreatedAt">When it was locked.</param>
/// <param name="ExpiresAt">From then on it can't be released any more; null for never.</param>
public sealed record Hold(
    ReferenceId Name, AccountKind Account, Amount Amount, Int128 Remaining, TransactionType Type,
    DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt)
{
    public bool IsExpired(DateTimeOffset at) => ExpiresAt <= at;

    /// <summary>True when it holds money of this account and currency.</summary>
    public bool IsOf(AccountKind account, Currency currency) =>
        Account == account && Amount.Currency.Equals(currency);
}
