using OrleansWallet.Contracts.Balances;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>Committed entries of one wallet on their way to the fronts.</summary>
[GenerateSerializer, Alias("wallet.changes"), Immutable]
internal readonly struct ChangesSurrogate(string wallet, long walletNo, EntrySurrogate[] entries)
{
    [Id(0)]
    public readonly string Wallet = wallet;

    [Id(1)]
    public readonly long WalletNo = walletNo;

    [Id(2)]
    public readonly EntrySurrogate[] Entries = entries;

    public static ChangesSurrogate Of(BalanceChanges changes) => new(
        changes.Wallet.Value, changes.WalletNo, EntrySurrogate.Of(changes.Entries));

    public BalanceChanges Read(CurrencyRegistry currencies) => new(
        new WalletId(Wallet), WalletNo, EntrySurrogate.Read(Entries, currencies));
}
