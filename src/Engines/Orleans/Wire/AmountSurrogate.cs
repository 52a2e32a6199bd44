using OrleansWallet.Domain.Money;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>A sum in minor units with its currency's code; all members know the same codes.</summary>
[GenerateSerializer, Alias("wallet.amount"), Immutable]
internal readonly struct AmountSurrogate(Int128 minor, string currency)
{
    [Id(0)]
    public readonly Int128 Minor = minor;

    [Id(1)]
    public readonly string Currency = currency;

    public static AmountSurrogate Of(Amount amount) => new(amount.Minor, amount.Currency.Code);

    public static AmountSurrogate? Of(Amount? amount) => amount is { } a ? Of(a) : null;

    public Amount Read(CurrencyRegistry currencies) => new(Minor, currencies[Currency]);
}
