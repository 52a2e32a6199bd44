using OrleansWallet.Domain.Money;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>Between <see cref="WalletAnswersMessage"/> and what goes over the wire.</summary>
[RegisterConverter]
internal sealed class WalletAnswersMessageConverter(CurrencyRegistry currencies)
    : IConverter<WalletAnswersMessage, ListSurrogate<WalletAnswerSurrogate>>
{
    public ListSurrogate<WalletAnswerSurrogate> ConvertToSurrogate(in WalletAnswersMessage value) =>
        new([.. value.Answers.Select(WalletAnswerSurrogate.Of)]);

    public WalletAnswersMessage ConvertFromSurrogate(in ListSurrogate<WalletAnswerSurrogate> surrogate) =>
        new(Array.ConvertAll(surrogate.Items, a => a.Read(currencies)));
}
