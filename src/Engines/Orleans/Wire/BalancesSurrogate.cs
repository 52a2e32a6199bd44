using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>A wallet's committed balances.</summary>
[GenerateSerializer, Alias("wallet.balances"), Immutable]
internal struct BalancesSurrogate
{
    [Id(0)]
    public string Wallet;

    [Id(1)]
    public int Status;

    [Id(2)]
    public long Version;

    [Id(3)]
    public DateTimeOffset CreatedAt;

    [Id(4)]
    public BalanceSurrogate[] Balances;

    public static BalancesSurrogate Of(WalletBalances balances) => new()
    {
        Wallet = balances.Wallet.Value,
        Status = (int)balances.Status,
        Version = balances.Version,
        CreatedAt = balances.CreatedAt,
        Balances = [.. balances.Balances.Select(BalanceSurrogate.Of)],
    };

    public readonly WalletBalances Read(CurrencyRegistry currencies) => new(
        new WalletId(Wallet), (WalletStatus)Status, Version, CreatedAt,
        Array.ConvertAll(Balances, b => b.Read(currencies)));
}
