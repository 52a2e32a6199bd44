namespace OrleansWallet.Domain.Wallets;

/// <summary>What a wallet decides on a command: entries and the state after them, or a refusal.</summary>
public readonly record struct Decision
{
    private Decision(WalletState state, IReadOnlyList<Entry> entries, Refusal? refusal)
    {
        State = state;
        Entries = entries;
        Refusal = refusal;
    }

    /// <summary>The state after the entries; for a refusal, the state that was decided on.</summary>
    public WalletState State { get; }

    /// <summary>One or more entries; none for a refusal.</summary>
    public IReadOnlyList<Entry> Entries { get; }

    public Refusal? Refusal { get; }

    internal static Decision Accepted(WalletState after, IReadOnlyList<Entry> entries) =>
        new(after, entries, null);

    internal static Decision Refused(WalletState state, Refusal refusal) =>
        new(state, [], refusal);
}
