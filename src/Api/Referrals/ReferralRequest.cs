using System.Text.Json.Serialization;

namespace OrleansWallet.Api.Referrals;

/// <summary>Asks for one's own code, or tells by whose one came.</summary>
public sealed record ReferralRequest
{
    /// <summary>The referrer's; without it, one's own is made.</summary>
    [JsonPropertyName("code")]
    public string? Code { get; init; }
}
