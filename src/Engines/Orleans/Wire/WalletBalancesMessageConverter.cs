using OrleansWallet.Domain.Money;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>Between <see cref="WalletBalancesMessage"/> and what goes over the wire.</summary>
[RegisterConverter]
internal sealed class WalletBalancesMessageConverter(CurrencyRegistry currencies)
    : IConverter<WalletBalancesMessage, ListSurrogate<BalancesSurrogate>>
{
    public ListSurrogate<BalancesSurrogate> ConvertToSurrogate(in WalletBalancesMessage value) =>
        new(value.Balances is null ? [] : [BalancesSurrogate.Of(value.Balances)]);

    public WalletBalancesMessage ConvertFromSurrogate(
        in ListSurrogate<BalancesSurrogate> surrogate) =>
        new(surrogate.Items is [var balances] ? balances.Read(currencies) : null);
}
