using System.Text.Json.Serialization;
using OrleansWallet.Api.Json;
using OrleansWallet.Api.Processes;
using OrleansWallet.Domain.Withdrawals;

namespace OrleansWallet.Api.Withdrawals;

/// <summary>A withdrawal. Sums are decimal strings in whole units.</summary>
public sealed record WithdrawalBody
{
    [JsonPropertyName("withdrawal_id")]
    public required string WithdrawalId { get; init; }

    [JsonPropertyName("user_id")]
    public required string UserId { get; init; }

    /// <summary>
    /// <c>pending</c> (waits for an admin), <c>approved</c>, <c>sent</c>, <c>finishing</c>,
    /// <c>finished</c>, <c>rejecting</c>, <c>rejected</c>, <c>cancelling</c>, <c>cancelled</c>,
    /// <c>review</c> (the payout failed or is unknown: waits for an admin) or <c>refused</c>.
    /// </summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    [JsonPropertyName("currency")]
    public required string Currency { get; init; }

    /// <summary>What arrives.</summary>
    [JsonPropertyName("amount")]
    public required string Amount { get; init; }

    [JsonPropertyName("fee")]
    public required string Fee { get; init; }

    /// <summary>What is locked: amount and fee.</summary>
    [JsonPropertyName("total")]
    public required string Total { get; init; }

    [JsonPropertyName("address")]
    public required string Address { get; init; }

    [JsonPropertyName("network")]
    public string? Network { get; init; }

    /// <summary>The provider's name for the payout.</summary>
    [JsonPropertyName("payout_id")]
    public string? PayoutId { get; init; }

    /// <summary>What the admin said who decided.</summary>
    [JsonPropertyName("note")]
    public string? Note { get; init; }

    /// <summary>Why it was refused or waits for review; a stable code.</summary>
    [JsonPropertyName("reason")]
    public string? Reason { get; init; }

    [JsonPropertyName("created_at")]
    public required string CreatedAt { get; init; }

    [JsonPropertyName("events")]
    public required IReadOnlyList<EventBody> Events { get; init; }

    public static WithdrawalBody Of(WithdrawalState withdrawal) => new()
    {
        WithdrawalId = withdrawal.Id.Value,
        UserId = withdrawal.User.Value,
        Status = NameOf(withdrawal.StatusName),
        Currency = withdrawal.Amount.Currency.Code,
        Amount = withdrawal.Amount.ToString(),
        Fee = withdrawal.Fee.ToString(),
        Total = withdrawal.Total.ToString(),
        Address = withdrawal.Address,
        Network = withdrawal.Network,
        PayoutId = withdrawal.PayoutId,
        Note = withdrawal.Note,
        Reason = ProcessProblems.CodeOf(withdrawal.Refusal, withdrawal.Id.Kind),
        CreatedAt = WireTime.Format(withdrawal.CreatedAt),
        Events = [.. withdrawal.Events.Select(EventBody.Of)],
    };

    /// <summary>The wire's name of a status: the steps up to an admin's decision are one.</summary>
    public static string NameOf(string status) => status switch
    {
        "requested" or "locking" => "pending",
        "paying" => "approved",
        _ => status,
    };
}

/// <summary>A page of withdrawals, newest first.</summary>
public sealed record WithdrawalsBody(
    [property: JsonPropertyName("withdrawals")] IReadOnlyList<WithdrawalBody> Withdrawals,
    [property: JsonPropertyName("next_cursor")] string? NextCursor);
