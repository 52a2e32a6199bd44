using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Journal.Verification;

/// <summary>An entry with a key that begins at it.</summary>
/// <param name="WalletNo">Whose entry.</param>
/// <param name="Seq">Its place.</param>
/// <param name="Entry">Null when the row can't be read.</param>
/// <param name="Fault">Then why.</param>
/// <param name="Key">Null when no accepted key begins here.</param>
/// <param name="KeyEntries">How many entries the key says it has.</param>
internal readonly record struct EntryRow(
    long WalletNo, long Seq, Entry? Entry, string? Fault, UInt128? Key, int KeyEntries);
