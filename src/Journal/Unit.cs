using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Journal;

/// <summary>What a wallet decided, to be committed whole or not at all.</summary>
/// <param name="Keys">The keys to record; none for a refusal under a derived key.</param>
/// <param name="Entries">The entries; none for a refusal.</param>
/// <param name="After">
/// The state after the entries. For a refusal, the state that was decided on: the fence checks
/// that it is still the wallet's.
/// </param>
public sealed record Unit(
    IReadOnlyList<KeyWrite> Keys, IReadOnlyList<Entry> Entries, WalletState After);
