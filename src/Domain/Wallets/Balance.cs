using OrleansWallet.Domain.Money;

namespace OrleansWallet.Domain.Wallets;

/// <summary>One account's balance of one currency, in minor units.</summary>
/// <param name="Seq">The last entry that touched it.</param>
/// <param name="At">When that was.</param>
public readonly record struct Balance(
    AccountKind Account, Currency Currency, Int128 Available, Int128 Locked, long Seq,
    DateTimeOffset At)
{
    public Int128 Total => Available + Locked;
}
