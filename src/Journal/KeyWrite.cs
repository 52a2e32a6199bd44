using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Journal;

/// <summary>A key to be recorded for ever, with what it led to.</summary>
/// <param name="Key">Hash of the key.</param>
/// <param name="Fingerprint">Digest of the command's input.</param>
/// <param name="Seq">The first entry; for a refusal, the head that it saw.</param>
/// <param name="EntryCount">Entries of the command; 0 for a refusal.</param>
/// <param name="Refusal">Set for a refusal.</param>
public sealed record KeyWrite(
    UInt128 Key, UInt128 Fingerprint, long Seq, int EntryCount, Refusal? Refusal);
