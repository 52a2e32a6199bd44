using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Journal.Processes;

/// <summary>Which processes a list shows, newest first.</summary>
public sealed record ProcessFilter
{
    public required ProcessKind Kind { get; init; }

    /// <summary>Only those with this party; null for all.</summary>
    public string? Party { get; init; }

    /// <summary>Only those in one of these; null for all.</summary>
    public IReadOnlyList<string>? Statuses { get; init; }

    /// <summary>Values that members of the state must have, e.g. <c>currency</c> → <c>BTC</c>.</summary>
    public IReadOnlyDictionary<string, string>? Members { get; init; }

    /// <summary>A member of the state that is an array of texts, and what it must contain.</summary>
    public (string Member, string Value)? Contains { get; init; }

    /// <summary>Only those made before the one with this number.</summary>
    public long? BeforeNo { get; init; }

    public required int Limit { get; init; }
}
