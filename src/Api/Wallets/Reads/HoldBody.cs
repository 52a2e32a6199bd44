using System.Text.Json.Serialization;
using OrleansWallet.Api.Json;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Api.Wallets.Reads;

/// <summary>An open hold; sums are decimal strings, times RFC 3339 UTC.</summary>
public sealed record HoldBody
{
    /// <summary>The hold's name.</summary>
    [JsonPropertyName("reference_id")]
    public required string ReferenceId { get; init; }

    public required string Currency { get; init; }

    public required string Account { get; init; }

    /// <summary>What was locked.</summary>
    public required string Amount { get; init; }

    /// <summary>What is left of it.</summary>
    public required string Remaining { get; init; }

    [JsonPropertyName("lock_type")]
    public required string LockType { get; init; }

    [JsonPropertyName("created_at")]
    public required string CreatedAt { get; init; }

    [JsonPropertyName("expires_at")]
    public string? ExpiresAt { get; init; }

    public static HoldBody Of(Hold hold) => new()
    {
        ReferenceId = hold.Name.Value,
        Currency = hold.Amount.Currency.Code,
        Account = AccountNames.Of(hold.Account),
        Amount = hold.Amount.ToString(),
        Remaining = Domain.Money.Amount.Format(hold.Remaining, hold.Amount.Currency),
        LockType = hold.Type.Value,
        CreatedAt = WireTime.Format(hold.CreatedAt),
        ExpiresAt = hold.ExpiresAt is { } at ? WireTime.Format(at) : null,
    };
}
