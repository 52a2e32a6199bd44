using OrleansWallet.Domain.Money;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>Between <see cref="BalanceChangesMessage"/> and what goes over the wire.</summary>
[RegisterConverter]
internal sealed class BalanceChangesMessageConverter(CurrencyRegistry currencies)
    : IConverter<BalanceChangesMessage, ListSurrogate<ChangesSurrogate>>
{
    public ListSurrogate<ChangesSurrogate> ConvertToSurrogate(in BalanceChangesMessage value) =>
        new([.. value.Changes.Select(ChangesSurrogate.Of)]);

    public BalanceChangesMessage ConvertFromSurrogate(in ListSurrogate<ChangesSurrogate> surrogate) =>
        new(Array.ConvertAll(surrogate.Items, c => c.Read(currencies)));
}
