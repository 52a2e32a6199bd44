using System.Text.Json.Serialization;

namespace OrleansWallet.Api.Referrals;

/// <summary>One's own code, and by whom one came.</summary>
/// <param name="Code">Null before one asked for it.</param>
/// <param name="ReferredBy">A user id; null for nobody.</param>
/// <param name="Since">When that was told.</param>
public sealed record ReferralBody(
    [property: JsonPropertyName("code")] string? Code,
    [property: JsonPropertyName("referred_by")] string? ReferredBy,
    [property: JsonPropertyName("since")] string? Since);
