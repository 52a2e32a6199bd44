namespace OrleansWallet.Domain.Wallets;

/// <summary>The one table of what each kind of entry does to a balance.</summary>
/// <param name="Available">−1, 0 or 1 times the amount.</param>
/// <param name="Locked">−1, 0 or 1 times the amount.</param>
/// <param name="World">True when the other side is outside the grid.</param>
public readonly record struct EntryEffect(int Available, int Locked, bool World)
{
    /// <summary>What the entry adds to the wallet's total: −1, 0 or 1 times the amount.</summary>
    public int Total => Available + Locked;

    /// <exception cref="InvalidOperationException">The kind is unknown.</exception>
    public static EntryEffect Of(EntryKind kind) => kind switch
    {
        EntryKind.Credited => new(1, 0, true),
        EntryKind.Debited => new(-1, 0, true),
        EntryKind.Locked => new(-1, 1, false),
        EntryKind.Unlocked => new(1, -1, false),
        EntryKind.Released => new(0, -1, true),
        EntryKind.Expired => new(1, -1, false),
        EntryKind.Sent => new(-1, 0, false),
        EntryKind.SentFromHold => new(0, -1, false),
        EntryKind.Accepted => new(1, 0, false),
        EntryKind.Returned => new(1, 0, false),
        EntryKind.ReturnedToHold => new(0, 1, false),
        EntryKind.MovedOut => new(-1, 0, false),
        EntryKind.MovedIn => new(1, 0, false),
        EntryKind.ReversedIn => new(-1, 0, true),
        EntryKind.ReversedOut => new(1, 0, true),
        EntryKind.Frozen or EntryKind.Unfrozen or EntryKind.Closed => default,
        _ => throw new InvalidOperationException($"unknown entry kind {(int)kind}"),
    };
}
