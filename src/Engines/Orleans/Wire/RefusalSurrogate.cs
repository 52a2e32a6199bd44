using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>Why a wallet refused: a value, never an exception.</summary>
[GenerateSerializer, Alias("wallet.refusal"), Immutable]
internal readonly struct RefusalSurrogate(
    int code, AmountSurrogate? required, AmountSurrogate? available)
{
    [Id(0)]
    public readonly int Code = code;

    [Id(1)]
    public readonly AmountSurrogate? Required = required;

    [Id(2)]
    public readonly AmountSurrogate? Available = available;

    public static RefusalSurrogate Of(Refusal refusal) => new(
        (int)refusal.Code, AmountSurrogate.Of(refusal.Required),
        AmountSurrogate.Of(refusal.Available));

    public Refusal Read(CurrencyRegistry currencies) => new(
        (RefusalCode)Code, Required?.Read(currencies), Available?.Read(currencies));
}
