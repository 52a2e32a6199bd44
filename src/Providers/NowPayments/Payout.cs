using OrleansWallet.Providers.Json;

namespace OrleansWallet.Providers.NowPayments;

/// <summary>A withdrawal as NOWPayments tells it: on creation, when asked, and in callbacks.
/// </summary>
public sealed record Payout
{
    /// <summary>The provider's id of this one withdrawal.</summary>
    public required string Id { get; init; }

    /// <summary>The batch it belongs to: what <see cref="INowPayments.VerifyPayout"/> takes.
    /// </summary>
    public string? BatchId { get; init; }

    /// <summary>The caller's own id. Callbacks do not carry it.</summary>
    public string? ExternalId { get; init; }

    public PayoutStatus Status { get; init; }

    /// <summary>The status as it was written.</summary>
    public required string StatusText { get; init; }

    /// <summary>The provider's code of the coin.</summary>
    public string? Currency { get; init; }

    public ExactDecimal? Amount { get; init; }

    /// <summary>What the network took, in <see cref="Currency"/>.</summary>
    public ExactDecimal? Fee { get; init; }

    public string? Address { get; init; }

    public string? TransactionHash { get; init; }

    /// <summary>The provider's words when it failed.</summary>
    public string? Error { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }
}
