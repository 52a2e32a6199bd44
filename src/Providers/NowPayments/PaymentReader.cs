using System.Text.Json;
using static OrleansWallet.Providers.Json.JsonFields;

namespace OrleansWallet.Providers.NowPayments;

/// <summary>Reads payments; the same fields in answers and callbacks.</summary>
internal static class PaymentReader
{
    /// <exception cref="FormatException">A field is missing or not what it should be.</exception>
    public static Payment Read(JsonElement json)
    {
        var status = RequiredText(json, "payment_status");
        return new Payment
        {
            Id = RequiredText(json, "payment_id"),
            ParentId = Parent(json),
            Status = StatusOf(status),
            StatusText = status,
            PayCurrency = Text(json, "pay_currency"),
            PayAmount = Number(json, "pay_amount"),
            ActuallyPaid = Number(json, "actually_paid"),
            PayAddress = Text(json, "pay_address"),
            PayExtraId = Text(json, "payin_extra_id"),
            Network = Text(json, "network"),
            PriceCurrency = Text(json, "price_currency"),
            PriceAmount = Number(json, "price_amount"),
            OrderId = Text(json, "order_id"),
            PurchaseId = Text(json, "purchase_id"),
            OutcomeAmount = Number(json, "outcome_amount"),
            OutcomeCurrency = Text(json, "outcome_currency"),
            ExpiresAt = Time(json, "valid_until") ?? Time(json, "expiration_estimate_date"),
            UpdatedAt = Time(json, "updated_at"),
        };
    }

    /// <summary>A payment that someone can pay: it has an address.</summary>
    public static Payment ReadCreated(JsonElement json)
    {
        var payment = Read(json);
        return payment is { PayAddress: not null, PayCurrency: not null }
            ? payment
            : throw new FormatException("pay_address or pay_currency is missing");
    }

    public static PaymentStatus StatusOf(string text) =>
        text.ToLowerInvariant() switch
        {
            "waiting" => PaymentStatus.Waiting,
            "confirming" => PaymentStatus.Confirming,
            "confirmed" => PaymentStatus.Confirmed,
            "sending" => PaymentStatus.Sending,
            "partially_paid" => PaymentStatus.PartiallyPaid,
            "finished" => PaymentStatus.Finished,
            "failed" => PaymentStatus.Failed,
            "refunded" => PaymentStatus.Refunded,
            "expired" => PaymentStatus.Expired,
            "cancelled" or "canceled" => PaymentStatus.Cancelled,
            _ => PaymentStatus.Unknown,
        };

    /// <summary>Some senders write 0 for none.</summary>
    private static string? Parent(JsonElement json) =>
        Text(json, "parent_payment_id") is { } id && id != "0" ? id : null;
}
