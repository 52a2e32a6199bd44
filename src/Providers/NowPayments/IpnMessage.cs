using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using OrleansWallet.Providers.Json;

namespace OrleansWallet.Providers.NowPayments;

/// <summary>A callback: news of a deposit or of a payout. Read it only when its signature holds.
/// </summary>
/// <remarks>Callbacks come more than once and in any order.</remarks>
public abstract record IpnMessage
{
    private IpnMessage()
    {
    }

    /// <summary>Reads a body; statuses and fields that are not known do no harm.</summary>
    /// <param name="rawBody">The bytes as received.</param>
    /// <param name="message">The news, or null.</param>
    /// <param name="error">What is wrong, naming the field; null when read.</param>
    public static bool TryParse(
        ReadOnlyMemory<byte> rawBody,
        [NotNullWhen(true)] out IpnMessage? message, [NotNullWhen(false)] out string? error)
    {
        (message, error) = (null, null);
        try
        {
            using var json = JsonFields.Parse(rawBody);
            message = Read(json.RootElement);
            return true;
        }
        catch (JsonException)
        {
            error = "not JSON, or a name twice";
        }
        catch (FormatException e)
        {
            error = e.Message;
        }

        return false;
    }

    private static IpnMessage Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("not an object");
        }

        // A payout's callback has an id and a batch, a payment's never.
        if (JsonFields.Text(json, "payment_id") is not null)
        {
            return new OfPayment(PaymentReader.Read(json));
        }

        return JsonFields.Text(json, "batch_withdrawal_id") is not null
            ? new OfPayout(PayoutReader.Read(json))
            : throw new FormatException("payment_id and batch_withdrawal_id are missing");
    }

    public sealed record OfPayment(Payment Payment) : IpnMessage;

    public sealed record OfPayout(Payout Payout) : IpnMessage;
}
