namespace OrleansWallet.Journal.Verification;

/// <summary>
/// One thing that must hold and does not. Names wallets by number: ids may be personal.
/// </summary>
/// <param name="WalletNo">The wallet's number in the journal; null where it is about none.</param>
/// <param name="Seq">
/// The entry's, or where a key or posting points; null where it is about none.
/// </param>
/// <param name="What">What is wrong, as a sentence without its end.</param>
public readonly record struct Breach(long? WalletNo, long? Seq, string What)
{
    public override string ToString() => (WalletNo, Seq) switch
    {
        ({ } no, { } seq) => $"{no}.{seq}: {What}",
        ({ } no, null) => $"{no}: {What}",
        _ => What,
    };
}
