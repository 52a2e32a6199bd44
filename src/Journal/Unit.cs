using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Journal;

/// <summary>What a wallet decided, to be committed whole or not at all.</summary>
/// <param name="Keys">The keys to record; none for a refusal under a derived key.</param>
/// <param name="Entries">The entries; none for a refusal.</param>
/// <param name="After">
/// The state after the entries. For a refusal, the state that was decided on: the fence checks
/// that it is still the wallet's.
/// </param>
/// <param name="Absent">
/// Keys that must not be known, though none is recorded: of refusals under derived keys. What
/// took effect before is told again and not refused.
/// </param>
public sealed record Unit(
    IReadOnlyList<KeyWrite> Keys, IReadOnlyList<Entry> Entries, WalletState After,
    IReadOnlyList<UInt128> Absent)
{
    public Unit(IReadOnlyList<KeyWrite> keys, IReadOnlyList<Entry> entries, WalletState after)
        : this(keys, entries, after, [])
    {
    }
}
