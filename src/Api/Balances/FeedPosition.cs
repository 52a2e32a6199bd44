using System.Text.Json;

namespace OrleansWallet.Api.Balances;

/// <summary>Where a client is: the journal's generation and the last version that it heard.</summary>
internal sealed record FeedPosition(string Epoch, long Version)
{
    /// <summary>Reads <c>{epoch, version}</c>.</summary>
    public static FeedPosition? TryRead(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty("epoch", out var epoch)
        && epoch.ValueKind == JsonValueKind.String
        && json.TryGetProperty("version", out var version)
        && version.ValueKind == JsonValueKind.Number
        && version.TryGetInt64(out var number)
        && number >= 0
            ? new FeedPosition(epoch.GetString()!, number)
            : null;

    /// <summary>True when what was missed can be sent one by one.</summary>
    public bool CanResume(string epoch, long head, int missedMax) =>
        Epoch == epoch && Version <= head && head - Version <= missedMax;
}
