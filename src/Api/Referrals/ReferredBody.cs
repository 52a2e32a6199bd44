using System.Text.Json.Serialization;

namespace OrleansWallet.Api.Referrals;

/// <summary>A user who came by one's code.</summary>
public sealed record ReferredBody(
    [property: JsonPropertyName("user_id")] string UserId,
    [property: JsonPropertyName("since")] string Since);
