using OrleansWallet.ProviderSimulator.Json;

namespace OrleansWallet.ProviderSimulator.NowPayments;

/// <summary>A withdrawal that the simulated NOWPayments took. Amounts are decimal texts.</summary>
public sealed record SimulatedPayout
{
    public required string Id { get; init; }

    public required string BatchId { get; init; }

    public string? ExternalId { get; init; }

    public string Status { get; init; } = "CREATING";

    public required string Currency { get; init; }

    public required string Amount { get; init; }

    public required string Address { get; init; }

    public string? ExtraId { get; init; }

    public string? Hash { get; init; }

    public string? Error { get; init; }

    public Uri? IpnUrl { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>As answers have it; callbacks leave the external id out.</summary>
    internal JsObject Told(bool inCallback = false)
    {
        var told = new JsObject
        {
            { "id", JsNode.Text(Id) },
            { "batch_withdrawal_id", JsNode.Text(BatchId) },
            { "status", JsNode.Text(Status) },
            { "error", JsNode.Text(Error) },
            { "currency", JsNode.Text(Currency) },
            { "amount", JsNode.Text(Amount) },
            { "address", JsNode.Text(Address) },
            { "fee", JsNode.Null },
            { "extra_id", JsNode.Text(ExtraId) },
            { "hash", JsNode.Text(Hash) },
            { "ipn_callback_url", JsNode.Text(IpnUrl?.AbsoluteUri) },
            { "created_at", JsNode.Time(CreatedAt) },
            { "requested_at", JsNode.Null },
            { "updated_at", JsNode.Time(UpdatedAt) },
        };
        if (!inCallback)
        {
            told.Add("unique_external_id", JsNode.Text(ExternalId));
        }

        return told;
    }
}
