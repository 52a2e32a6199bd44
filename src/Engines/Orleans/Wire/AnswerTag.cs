namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>Which answer it is. The numbers are on the wire and never change their meaning.</summary>
[GenerateSerializer, Alias("wallet.answer_tag")]
internal enum AnswerTag : byte
{
    None = 0,
    Done = 1,
    Refused = 2,
    NotAccepted = 3,
    OutcomeUnknown = 4,
}
