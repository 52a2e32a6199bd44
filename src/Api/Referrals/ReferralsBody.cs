using System.Text.Json.Serialization;

namespace OrleansWallet.Api.Referrals;

/// <summary>Whom one referred, and what it brought.</summary>
public sealed record ReferralsBody
{
    /// <summary>Null before one asked for it.</summary>
    [JsonPropertyName("code")]
    public string? Code { get; init; }

    /// <summary>A user id; null for nobody.</summary>
    [JsonPropertyName("referred_by")]
    public string? ReferredBy { get; init; }

    /// <summary>A page of them, newest first.</summary>
    [JsonPropertyName("referred")]
    public required IReadOnlyList<ReferredBody> Referred { get; init; }

    /// <summary>A page of them, newest first.</summary>
    [JsonPropertyName("commissions")]
    public required IReadOnlyList<CommissionBody> Commissions { get; init; }

    /// <summary>The sum of all commissions by currency; decimal strings.</summary>
    [JsonPropertyName("totals")]
    public required IReadOnlyDictionary<string, string> Totals { get; init; }

    /// <summary>Of those referred.</summary>
    [JsonPropertyName("next_cursor")]
    public string? NextCursor { get; init; }

    /// <summary>Of the commissions.</summary>
    [JsonPropertyName("next_commissions_cursor")]
    public string? NextCommissionsCursor { get; init; }
}
