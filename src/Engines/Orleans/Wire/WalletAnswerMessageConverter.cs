using OrleansWallet.Domain.Money;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>Between <see cref="WalletAnswerMessage"/> and what goes over the wire.</summary>
[RegisterConverter]
internal sealed class WalletAnswerMessageConverter(CurrencyRegistry currencies)
    : IConverter<WalletAnswerMessage, WalletAnswerSurrogate>
{
    public WalletAnswerSurrogate ConvertToSurrogate(in WalletAnswerMessage value) =>
        WalletAnswerSurrogate.Of(value.Answer);

    public WalletAnswerMessage ConvertFromSurrogate(in WalletAnswerSurrogate surrogate) =>
        new(surrogate.Read(currencies));
}
