using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>One leg of a transfer.</summary>
[GenerateSerializer, Alias("wallet.posting"), Immutable]
internal readonly struct PostingSurrogate(string to, AmountSurrogate amount)
{
    [Id(0)]
    public readonly string To = to;

    [Id(1)]
    public readonly AmountSurrogate Amount = amount;

    public static PostingSurrogate Of(Posting posting) =>
        new(posting.To.Value, AmountSurrogate.Of(posting.Amount));

    public Posting Read(CurrencyRegistry currencies) =>
        new(new WalletId(To), Amount.Read(currencies));
}
