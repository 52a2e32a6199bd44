using System.Text.Json.Serialization;
using OrleansWallet.Api.Json;

namespace OrleansWallet.Api.Balances;

/// <summary>
/// One balance changed. The first two and the amount are numbers for display, the rest exact
/// decimal strings.
/// </summary>
public sealed record UpdateMessage
{
    public required RawJson NewBalance { get; init; }

    public required RawJson PreviousBalance { get; init; }

    public required string TransactionId { get; init; }

    public required string TransactionType { get; init; }

    public required RawJson Amount { get; init; }

    /// <summary>RFC 3339 UTC.</summary>
    public required string Timestamp { get; init; }

    public required string Currency { get; init; }

    public required string Account { get; init; }

    public required string Available { get; init; }

    public required string Locked { get; init; }

    public required string Total { get; init; }

    public required string Epoch { get; init; }

    public required long Version { get; init; }

    /// <summary>The version before what this message sums up; absent when it follows directly.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? FromVersion { get; init; }
}
