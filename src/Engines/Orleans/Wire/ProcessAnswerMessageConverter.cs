using OrleansWallet.Contracts.Processes;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>Between <see cref="ProcessAnswerMessage"/> and what goes over the wire.</summary>
[RegisterConverter]
internal sealed class ProcessAnswerMessageConverter(ProcessJson json, CurrencyRegistry currencies)
    : IConverter<ProcessAnswerMessage, ProcessAnswerSurrogate>
{
    public ProcessAnswerSurrogate ConvertToSurrogate(in ProcessAnswerMessage value) =>
        ProcessAnswerSurrogate.Of(value.Answer, json);

    public ProcessAnswerMessage ConvertFromSurrogate(in ProcessAnswerSurrogate surrogate) =>
        new(surrogate.Read(json, currencies));
}
