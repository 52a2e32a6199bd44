using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Journal;

/// <summary>A committed key with what it led to.</summary>
/// <param name="Key">Hash of the key.</param>
/// <param name="Fingerprint">Digest of the input that it was used with.</param>
/// <param name="Wallet">Whose command it was.</param>
/// <param name="WalletNo">That wallet's number.</param>
/// <param name="Entries">What it wrote; none for a refusal.</param>
/// <param name="Refusal">Set for a refusal.</param>
public sealed record KeyRecord(
    UInt128 Key, UInt128 Fingerprint, WalletId Wallet, long WalletNo,
    IReadOnlyList<Entry> Entries, Refusal? Refusal);
