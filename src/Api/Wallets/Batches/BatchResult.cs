using System.Text.Json.Serialization;
using OrleansWallet.Api.Wallets.Operations;

namespace OrleansWallet.Api.Wallets.Batches;

/// <summary>What became of one operation.</summary>
public sealed record BatchResult
{
    /// <summary>Its place in the request, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The HTTP status that the operation alone would have got.</summary>
    public required int Status { get; init; }

    /// <summary>True when an earlier call with its key was answered so.</summary>
    public bool Replayed { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReceiptBody? Receipt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BatchError? Error { get; init; }
}
