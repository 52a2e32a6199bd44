using OrleansWallet.Domain.Money;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>Between <see cref="WalletBalancesMessage"/> and what goes over the wire.</summary>
[RegisterConverter]
internal sealed class WalletBalancesMessageConverter(CurrencyRegistry currencies)
    : IConverter<WalletBalancesMessage, BalancesSurrogate>
{
    public BalancesSurrogate ConvertToSurrogate(in WalletBalancesMessage value) =>
        BalancesSurrogate.Of(value.Balances);

    public WalletBalancesMessage ConvertFromSurrogate(in BalancesSurrogate surrogate) =>
        new(surrogate.Read(currencies));
}
