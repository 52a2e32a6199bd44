using System.Text.Json;
using System.Text.Json.Serialization;
using OrleansWallet.Api.Json;

namespace OrleansWallet.Api.Wallets.Operations;

/// <summary>Money from one wallet to another (to_user, amount) or to several (postings).</summary>
public sealed record TransferRequest
{
    [JsonPropertyName("from_user")]
    public string? FromUser { get; init; }

    /// <summary>With <see cref="Amount"/>; not together with <see cref="Postings"/>.</summary>
    [JsonPropertyName("to_user")]
    public string? ToUser { get; init; }

    public string? Currency { get; init; }

    public WireAmount Amount { get; init; }

    /// <summary>1 to 500 legs.</summary>
    public PostingRequest[]? Postings { get; init; }

    /// <summary>The hold to take the money from; from what is available when missing.</summary>
    public string? Hold { get; init; }

    [JsonPropertyName("transfer_type")]
    public string? TransferType { get; init; }

    [JsonPropertyName("reference_id")]
    public string? ReferenceId { get; init; }

    /// <summary>The source's account: <c>spot</c> (the default) or <c>savings</c>.</summary>
    public string? Account { get; init; }

    public string? Note { get; init; }

    public JsonElement? Metadata { get; init; }
}
