using OrleansWallet.ProviderSimulator.Json;

namespace OrleansWallet.ProviderSimulator.NowPayments;

/// <summary>A deposit that the simulated NOWPayments knows. Amounts are decimal texts.</summary>
public sealed record SimulatedPayment
{
    public required string Id { get; init; }

    public string? ParentId { get; init; }

    public string Status { get; init; } = "waiting";

    public required string PayCurrency { get; init; }

    public required string PayAmount { get; init; }

    public string ActuallyPaid { get; init; } = "0";

    public required string PayAddress { get; init; }

    public required string PriceAmount { get; init; }

    public required string PriceCurrency { get; init; }

    public string? OrderId { get; init; }

    public string? OrderDescription { get; init; }

    public required string PurchaseId { get; init; }

    public Uri? IpnUrl { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The answer to its creation: the id is a string there.</summary>
    internal JsObject Created() => new()
    {
        { "payment_id", JsNode.Text(Id) },
        { "payment_status", JsNode.Text(Status) },
        { "pay_address", JsNode.Text(PayAddress) },
        { "price_amount", JsNode.Number(PriceAmount) },
        { "price_currency", JsNode.Text(PriceCurrency) },
        { "pay_amount", JsNode.Number(PayAmount) },
        { "pay_currency", JsNode.Text(PayCurrency) },
        { "order_id", JsNode.Text(OrderId) },
        { "order_description", JsNode.Text(OrderDescription) },
        { "ipn_callback_url", JsNode.Text(IpnUrl?.AbsoluteUri) },
        { "created_at", JsNode.Time(CreatedAt) },
        { "updated_at", JsNode.Time(UpdatedAt) },
        { "purchase_id", JsNode.Text(PurchaseId) },
        { "amount_received", JsNode.Null },
        { "payin_extra_id", JsNode.Null },
        { "network", JsNode.Text(PayCurrency) },
        { "time_limit", JsNode.Null },
        { "expiration_estimate_date", JsNode.Time(CreatedAt.AddMinutes(20)) },
    };

    /// <summary>As it is told when asked for, and in callbacks: the id is a number.</summary>
    internal JsObject Told() => new()
    {
        { "payment_id", JsNode.Number(Id) },
        { "parent_payment_id", JsNode.Number(ParentId) },
        { "invoice_id", JsNode.Null },
        { "payment_status", JsNode.Text(Status) },
        { "pay_address", JsNode.Text(PayAddress) },
        { "payin_extra_id", JsNode.Null },
        { "price_amount", JsNode.Number(PriceAmount) },
        { "price_currency", JsNode.Text(PriceCurrency) },
        { "pay_amount", JsNode.Number(PayAmount) },
        { "actually_paid", JsNode.Number(ActuallyPaid) },
        { "actually_paid_at_fiat", JsNode.Number("0") },
        { "pay_currency", JsNode.Text(PayCurrency) },
        { "order_id", JsNode.Text(OrderId) },
        { "order_description", JsNode.Text(OrderDescription) },
        { "purchase_id", JsNode.Text(PurchaseId) },
        { "outcome_amount", JsNode.Number(ActuallyPaid) },
        { "outcome_currency", JsNode.Text(PayCurrency) },
        { "payment_extra_ids", JsNode.Null },
        {
            "fee", new JsObject
            {
                { "currency", JsNode.Text(PayCurrency) },
                { "depositFee", JsNode.Number("2e-7") },
                { "withdrawalFee", JsNode.Number("0") },
                { "serviceFee", JsNode.Number("0.09853637216235617") },
            }
        },
        { "updated_at", JsNode.Number($"{UpdatedAt.ToUnixTimeMilliseconds()}") },
    };
}
