using System.Text.Json.Serialization;
using OrleansWallet.Api.Json;
using OrleansWallet.Api.Processes;
using OrleansWallet.Domain.TopUps;

namespace OrleansWallet.Api.TopUps;

/// <summary>A top-up. Sums are decimal strings in whole units.</summary>
public sealed record TopUpBody
{
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    [JsonPropertyName("user_id")]
    public required string UserId { get; init; }

    /// <summary><c>pending</c>, <c>success</c> or <c>failed</c>.</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    [JsonPropertyName("amount")]
    public required string Amount { get; init; }

    [JsonPropertyName("currency")]
    public required string Currency { get; init; }

    [JsonPropertyName("description")]
    public string? Description { get; init; }

    [JsonPropertyName("admin_notes")]
    public string? AdminNotes { get; init; }

    /// <summary>Why the wallet took no money; null otherwise.</summary>
    [JsonPropertyName("failure")]
    public string? Failure { get; init; }

    [JsonPropertyName("created_at")]
    public required string CreatedAt { get; init; }

    [JsonPropertyName("events")]
    public required IReadOnlyList<EventBody> Events { get; init; }

    public static TopUpBody Of(TopUpState topUp) => new()
    {
        Id = topUp.Id.Value,
        UserId = topUp.User.Value,
        // That a wallet is being asked is nothing a user can act on.
        Status = TopUpState.NameOf(
            topUp.Status == TopUpStatus.Crediting ? TopUpStatus.Pending : topUp.Status),
        Amount = topUp.Amount.ToString(),
        Currency = topUp.Amount.Currency.Code,
        Description = topUp.Description,
        AdminNotes = topUp.AdminNotes,
        Failure = ProcessProblems.CodeOf(topUp.Refusal, topUp.Id.Kind),
        CreatedAt = WireTime.Format(topUp.CreatedAt),
        Events = [.. topUp.Events.Select(EventBody.Of)],
    };
}

/// <summary>A page of top-ups, newest first.</summary>
public sealed record TopUpsBody(
    [property: JsonPropertyName("topups")] IReadOnlyList<TopUpBody> TopUps,
    [property: JsonPropertyName("next_cursor")] string? NextCursor);
