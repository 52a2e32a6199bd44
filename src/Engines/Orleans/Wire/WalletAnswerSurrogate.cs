using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>What became of a command.</summary>
[GenerateSerializer, Alias("wallet.answer"), Immutable]
internal struct WalletAnswerSurrogate
{
    [Id(0)]
    public AnswerTag Tag;

    [Id(1)]
    public bool Replayed;

    [Id(2)]
    public string? Wallet;

    [Id(3)]
    public long WalletNo;

    [Id(4)]
    public EntrySurrogate[]? Entries;

    [Id(5)]
    public int Status;

    [Id(6)]
    public RefusalSurrogate? Refusal;

    /// <exception cref="NotSupportedException">An answer that the wire does not know.</exception>
    public static WalletAnswerSurrogate Of(WalletAnswer answer) => answer switch
    {
        WalletAnswer.Done done => new()
        {
            Tag = AnswerTag.Done,
            Replayed = done.Replayed,
            Wallet = done.Receipt.Wallet.Value,
            WalletNo = done.Receipt.WalletNo,
            Entries = EntrySurrogate.Of(done.Receipt.Entries),
            Status = (int)done.Receipt.Status,
        },
        WalletAnswer.Refused refused => new()
        {
            Tag = AnswerTag.Refused,
            Replayed = refused.Replayed,
            Refusal = RefusalSurrogate.Of(refused.Refusal),
        },
        WalletAnswer.NotAccepted => new() { Tag = AnswerTag.NotAccepted },
        WalletAnswer.OutcomeUnknown => new() { Tag = AnswerTag.OutcomeUnknown },
        _ => throw new NotSupportedException($"{answer.GetType().Name} has no surrogate"),
    };

    public readonly WalletAnswer Read(CurrencyRegistry currencies) => Tag switch
    {
        AnswerTag.Done => new WalletAnswer.Done(
            new Receipt(
                new WalletId(Wallet!), WalletNo, EntrySurrogate.Read(Entries!, currencies),
                (ReceiptStatus)Status),
            Replayed),
        AnswerTag.Refused => new WalletAnswer.Refused(Refusal!.Value.Read(currencies), Replayed),
        AnswerTag.NotAccepted => WalletAnswer.NotAccepted.Instance,
        AnswerTag.OutcomeUnknown => WalletAnswer.OutcomeUnknown.Instance,
        _ => throw new NotSupportedException($"answer {Tag} is not known here"),
    };
}
