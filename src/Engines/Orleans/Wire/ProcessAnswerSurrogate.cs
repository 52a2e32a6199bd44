using OrleansWallet.Contracts.Processes;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>What became of an action on a process.</summary>
[GenerateSerializer, Alias("process.answer"), Immutable]
internal struct ProcessAnswerSurrogate
{
    [Id(0)]
    public AnswerTag Tag;

    [Id(1)]
    public bool Replayed;

    [Id(2)]
    public ProcessStateSurrogate? State;

    [Id(3)]
    public long Version;

    [Id(4)]
    public int Code;

    [Id(5)]
    public string? Detail;

    [Id(6)]
    public RefusalSurrogate? WalletRefusal;

    /// <exception cref="NotSupportedException">An answer that the wire does not know.</exception>
    public static ProcessAnswerSurrogate Of(ProcessAnswer answer, ProcessJson json) =>
        answer switch
        {
            ProcessAnswer.Done done => new()
            {
                Tag = AnswerTag.Done,
                Replayed = done.Replayed,
                State = ProcessStateSurrogate.Of(done.State, json),
                Version = done.Version,
            },
            ProcessAnswer.Refused { Refusal: var refusal } => new()
            {
                Tag = AnswerTag.Refused,
                Code = (int)refusal.Code,
                Detail = refusal.Detail,
                WalletRefusal = refusal.Wallet is null
                    ? null
                    : RefusalSurrogate.Of(refusal.Wallet),
            },
            ProcessAnswer.NotAccepted => new() { Tag = AnswerTag.NotAccepted },
            ProcessAnswer.OutcomeUnknown => new() { Tag = AnswerTag.OutcomeUnknown },
            _ => throw new NotSupportedException($"{answer.GetType().Name} has no surrogate"),
        };

    public readonly ProcessAnswer Read(ProcessJson json, CurrencyRegistry currencies) =>
        Tag switch
        {
            AnswerTag.Done => new ProcessAnswer.Done(State!.Value.Read(json), Version, Replayed),
            AnswerTag.Refused => new ProcessAnswer.Refused(new ProcessRefusal(
                (ProcessRefusalCode)Code, Detail!, WalletRefusal?.Read(currencies))),
            AnswerTag.NotAccepted => ProcessAnswer.NotAccepted.Instance,
            AnswerTag.OutcomeUnknown => ProcessAnswer.OutcomeUnknown.Instance,
            _ => throw new NotSupportedException($"answer {Tag} is not known here"),
        };
}
