using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>One account's balance of one currency.</summary>
[GenerateSerializer, Alias("wallet.balance"), Immutable]
internal struct BalanceSurrogate
{
    [Id(0)]
    public int Account;

    [Id(1)]
    public string Currency;

    [Id(2)]
    public Int128 Available;

    [Id(3)]
    public Int128 Locked;

    [Id(4)]
    public long Seq;

    [Id(5)]
    public DateTimeOffset At;

    public static BalanceSurrogate Of(Balance balance) => new()
    {
        Account = (int)balance.Account,
        Currency = balance.Currency.Code,
        Available = balance.Available,
        Locked = balance.Locked,
        Seq = balance.Seq,
        At = balance.At,
    };

    public readonly Balance Read(CurrencyRegistry currencies) => new(
        (AccountKind)Account, currencies[Currency], Available, Locked, Seq, At);
}
