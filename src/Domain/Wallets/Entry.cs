using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Domain.Wallets;

/// <summary>One line of a wallet's history: the event, and the balance that it left.</summary>
public sealed record Entry
{
    private EntryHash _hash;

    /// <summary>Position in the wallet's history, from 1, without gaps.</summary>
    public required long Seq { get; init; }

    public required EntryKind Kind { get; init; }

    public AccountKind Account { get; init; }

    /// <summary>What moved; null for a change of status.</summary>
    public Amount? Amount { get; init; }

    /// <summary>Available balance of account and currency afterwards, in minor units.</summary>
    public Int128 Available { get; init; }

    /// <summary>Locked balance of account and currency afterwards, in minor units.</summary>
    public Int128 Locked { get; init; }

    public required TransactionType Type { get; init; }

    public required ReferenceId Reference { get; init; }

    public Counterparty? Counterparty { get; init; }

    /// <summary>The hold that was locked, unlocked, released, sent from or returned to.</summary>
    public ReferenceId? Hold { get; init; }

    /// <summary>
    /// When the hold expires: where an entry makes a hold, sends from one, or returns to one.
    /// </summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public string? Note { get; init; }

    /// <summary>Canonical JSON object, stored as it was hashed.</summary>
    public string? Metadata { get; init; }

    /// <summary>Position among the entries of its command, from 0.</summary>
    public int Leg { get; init; }

    public EntryLink? Link { get; init; }

    /// <summary>UTC, cut to microseconds, never earlier than the wallet's entry before.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>SHA-256 over this entry and the hash of the one before.</summary>
    public EntryHash Hash { get => _hash; init => _hash = value; }

    /// <summary>Available plus locked, in minor units.</summary>
    public Int128 Total => Available + Locked;

    /// <summary>The first entry of this entry's command.</summary>
    public long FirstSeq => Seq - Leg;

    /// <summary>Gives a new entry its hash in place: a copy for it costs every operation.</summary>
    internal Entry Seal(EntryHash hash)
    {
        _hash = hash;
        return this;
    }
}
