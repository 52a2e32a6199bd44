using System.Text.Json.Serialization;
using OrleansWallet.Api.Json;
using OrleansWallet.Api.Processes;
using OrleansWallet.Domain.Deposits;

namespace OrleansWallet.Api.Deposits;

/// <summary>A payment to the user. Sums are decimal strings in whole units.</summary>
public sealed record DepositBody
{
    [JsonPropertyName("payment_id")]
    public required string PaymentId { get; init; }

    /// <summary>Null while it is not known whose the payment is.</summary>
    [JsonPropertyName("user_id")]
    public string? UserId { get; init; }

    /// <summary>
    /// <c>waiting</c>, <c>confirming</c>, <c>confirmed</c>, <c>sending</c>, <c>partially_paid</c>,
    /// <c>finished</c>, <c>expired</c>, <c>failed</c>, <c>refunded</c>; <c>parked</c> while an
    /// admin has to look, <c>rejected</c> when he closed it.
    /// </summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    /// <summary>The grid's currency; null when it has none of the provider's code.</summary>
    [JsonPropertyName("currency")]
    public string? Currency { get; init; }

    /// <summary>The provider's code.</summary>
    [JsonPropertyName("pay_currency")]
    public required string PayCurrency { get; init; }

    [JsonPropertyName("pay_address")]
    public string? PayAddress { get; init; }

    /// <summary>What was asked for; null for any sum.</summary>
    [JsonPropertyName("pay_amount")]
    public string? PayAmount { get; init; }

    /// <summary>What was paid, as the provider wrote it.</summary>
    [JsonPropertyName("actually_paid")]
    public string? ActuallyPaid { get; init; }

    [JsonPropertyName("credited")]
    public required bool Credited { get; init; }

    /// <summary>What was credited; null before.</summary>
    [JsonPropertyName("credited_amount")]
    public string? CreditedAmount { get; init; }

    /// <summary>Of the chain; null as long as the provider does not say.</summary>
    [JsonPropertyName("confirmations")]
    public int? Confirmations { get; init; }

    /// <summary>The payment that this one follows at the same address.</summary>
    [JsonPropertyName("parent_payment_id")]
    public string? ParentPaymentId { get; init; }

    /// <summary>Why it is parked.</summary>
    [JsonPropertyName("reason")]
    public string? Reason { get; init; }

    [JsonPropertyName("note")]
    public string? Note { get; init; }

    [JsonPropertyName("expires_at")]
    public string? ExpiresAt { get; init; }

    [JsonPropertyName("created_at")]
    public required string CreatedAt { get; init; }

    [JsonPropertyName("events")]
    public required IReadOnlyList<EventBody> Events { get; init; }

    public static DepositBody Of(DepositState deposit)
    {
        var credited = deposit.Credit == DepositCredit.Credited;
        return new DepositBody
        {
            PaymentId = deposit.Id.Value,
            UserId = deposit.User?.Value,
            Status = deposit.StatusName,
            Currency = deposit.Paid?.Currency.Code ?? deposit.Asked?.Code,
            PayCurrency = deposit.PayCurrency,
            PayAddress = deposit.PayAddress,
            PayAmount = deposit.PayAmount,
            ActuallyPaid = deposit.ActuallyPaid,
            Credited = credited,
            CreditedAmount = credited ? deposit.Paid?.ToString() : null,
            Confirmations = deposit.Confirmations,
            ParentPaymentId = deposit.ParentPaymentId,
            Reason = deposit.Parked is { } reason ? DepositNames.Of(reason) : null,
            Note = deposit.Note,
            ExpiresAt = deposit.ExpiresAt is { } at ? WireTime.Format(at) : null,
            CreatedAt = WireTime.Format(deposit.CreatedAt),
            Events = [.. deposit.Events.Select(EventBody.Of)],
        };
    }
}

/// <summary>A page of payments, newest first.</summary>
public sealed record DepositsBody(
    [property: JsonPropertyName("deposits")] IReadOnlyList<DepositBody> Deposits,
    [property: JsonPropertyName("next_cursor")] string? NextCursor);

/// <summary>Where to pay.</summary>
public sealed record DepositOfferBody(
    [property: JsonPropertyName("payment_id")] string PaymentId,
    [property: JsonPropertyName("pay_address")] string? PayAddress,
    [property: JsonPropertyName("pay_currency")] string PayCurrency,
    [property: JsonPropertyName("pay_amount")] string? PayAmount,
    [property: JsonPropertyName("expires_at")] string? ExpiresAt,
    [property: JsonPropertyName("status")] string Status)
{
    public static DepositOfferBody Of(DepositState deposit) => new(
        deposit.Id.Value, deposit.PayAddress, deposit.PayCurrency, deposit.PayAmount,
        deposit.ExpiresAt is { } at ? WireTime.Format(at) : null, deposit.StatusName);
}

/// <summary>A provider's message was taken.</summary>
public sealed record IpnTakenBody([property: JsonPropertyName("received")] bool Received);
