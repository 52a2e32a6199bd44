using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Journal.Queries;

/// <summary>Which entries of a wallet, and in which order. Null means any.</summary>
public sealed record EntryFilter
{
    /// <summary>Entries before this one only, newest first; ignored with <see cref="AfterSeq"/>.</summary>
    public long? BeforeSeq { get; init; }

    /// <summary>Entries after this one only, oldest first.</summary>
    public long? AfterSeq { get; init; }

    /// <summary>At most so many. Default 50.</summary>
    public int Limit { get; init; } = 50;

    public string? Currency { get; init; }

    public AccountKind? Account { get; init; }

    public TransactionType? Type { get; init; }

    public ReferenceId? Reference { get; init; }

    public IReadOnlyCollection<EntryKind>? Kinds { get; init; }

    /// <summary>At or after.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Minor units of <see cref="Currency"/>, at least.</summary>
    public Int128? AmountMin { get; init; }

    /// <summary>Minor units of <see cref="Currency"/>, at most.</summary>
    public Int128? AmountMax { get; init; }
}
