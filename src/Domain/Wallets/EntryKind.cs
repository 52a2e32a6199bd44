namespace OrleansWallet.Domain.Wallets;

/// <summary>What an entry did. The numbers are journaled and never change their meaning.</summary>
public enum EntryKind
{
    /// <summary>World → available.</summary>
    Credited = 1,

    /// <summary>Available → world.</summary>
    Debited = 2,

    /// <summary>Available → a new hold.</summary>
    Locked = 3,

    /// <summary>A hold → available.</summary>
    Unlocked = 4,

    /// <summary>A hold → world.</summary>
    Released = 5,

    /// <summary>A hold past its time → available.</summary>
    Expired = 6,

    /// <summary>Available → a posting.</summary>
    Sent = 7,

    /// <summary>A hold → a posting.</summary>
    SentFromHold = 8,

    /// <summary>Another wallet's posting → available.</summary>
    Accepted = 9,

    /// <summary>An own posting that was refused → available.</summary>
    Returned = 10,

    /// <summary>An own posting that was refused → the hold that it came from.</summary>
    ReturnedToHold = 11,

    /// <summary>Available of one account → the next entry.</summary>
    MovedOut = 12,

    /// <summary>The entry before → available of the other account.</summary>
    MovedIn = 13,

    /// <summary>Available → world: undoes an entry that brought money in.</summary>
    ReversedIn = 14,

    /// <summary>World → available: undoes an entry that took money out.</summary>
    ReversedOut = 15,

    Frozen = 20,
    Unfrozen = 21,
    Closed = 22,
}
