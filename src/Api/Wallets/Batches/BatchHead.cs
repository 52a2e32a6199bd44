using System.Text.Json.Serialization;

namespace OrleansWallet.Api.Wallets.Batches;

/// <summary>What an operation of a batch has besides its own fields.</summary>
public sealed record BatchHead
{
    /// <summary><c>credit</c>, <c>debit</c>, <c>lock</c>, <c>unlock</c>, <c>release</c> or
    /// <c>transfer</c>.</summary>
    public string? Operation { get; init; }

    /// <summary>The wallet; for a transfer <c>from_user</c> names it, too.</summary>
    [JsonPropertyName("user_id")]
    public string? UserId { get; init; }

    [JsonPropertyName("idempotency_key")]
    public string? IdempotencyKey { get; init; }
}
