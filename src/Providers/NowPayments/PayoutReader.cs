using System.Text.Json;
using static OrleansWallet.Providers.Json.JsonFields;

namespace OrleansWallet.Providers.NowPayments;

/// <summary>Reads payouts; some fields come in snake case and in camel case.</summary>
internal static class PayoutReader
{
    /// <exception cref="FormatException">A field is missing or not what it should be.</exception>
    public static Payout Read(JsonElement json) => Read(json, batchId: null);

    /// <summary>The one withdrawal of an answer to its creation.</summary>
    /// <exception cref="FormatException">Not exactly one, or another's.</exception>
    public static Payout ReadCreated(JsonElement json, string externalId)
    {
        var all = ReadAll(json);
        return all is [var payout] && (payout.ExternalId ?? externalId) == externalId
            ? payout with { ExternalId = externalId }
            : throw new FormatException("withdrawals is not the one asked for");
    }

    /// <summary>Answers come as an array, as an object that holds one, or as one payout.</summary>
    public static List<Payout> ReadAll(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            return [.. json.EnumerateArray().Select(Read)];
        }

        if (json.TryGetProperty("withdrawals", out var withdrawals)
            && withdrawals.ValueKind == JsonValueKind.Array)
        {
            var batch = Text(json, "id");
            return [.. withdrawals.EnumerateArray().Select(w => Read(w, batch))];
        }

        return json.TryGetProperty("payouts", out var payouts)
            && payouts.ValueKind == JsonValueKind.Array
                ? [.. payouts.EnumerateArray().Select(Read)]
                : [Read(json)];
    }

    public static PayoutStatus StatusOf(string text) =>
        text.ToLowerInvariant() switch
        {
            "creating" => PayoutStatus.Creating,
            "waiting" => PayoutStatus.Waiting,
            "processing" => PayoutStatus.Processing,
            "sending" => PayoutStatus.Sending,
            "finished" => PayoutStatus.Finished,
            "failed" => PayoutStatus.Failed,
            "rejected" => PayoutStatus.Rejected,
            _ => PayoutStatus.Unknown,
        };

    /// <param name="json">One withdrawal.</param>
    /// <param name="batchId">The id of the answer around it, which is the batch's.</param>
    private static Payout Read(JsonElement json, string? batchId)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("a payout is not an object");
        }

        var status = RequiredText(json, "status");
        return new Payout
        {
            Id = RequiredText(json, "id"),
            BatchId = batchId ?? Text(json, "batch_withdrawal_id")
                ?? Text(json, "batchWithdrawalId"),
            ExternalId = Text(json, "unique_external_id"),
            Status = StatusOf(status),
            StatusText = status,
            Currency = Text(json, "currency"),
            Amount = Number(json, "amount"),
            Fee = Number(json, "fee"),
            Address = Text(json, "address"),
            TransactionHash = Text(json, "hash"),
            Error = Text(json, "error"),
            CreatedAt = Time(json, "created_at") ?? Time(json, "createdAt"),
            UpdatedAt = Time(json, "updated_at") ?? Time(json, "updatedAt"),
        };
    }
}
