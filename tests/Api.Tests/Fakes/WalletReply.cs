using System.Text.Json;

namespace OrleansWallet.Api.Tests.Fakes;

/// <summary>An answer that was read to its end.</summary>
public sealed record WalletReply(int Status, string Text, bool IsReplay, bool HasRetryAfter)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>A string member, null also when it is missing.</summary>
    public string? this[string name] =>
        Json.TryGetProperty(name, out var value) ? value.ToString() : null;

    public static async Task<WalletReply> Read(HttpResponseMessage response) => new(
        (int)response.StatusCode, await response.Content.ReadAsStringAsync(),
        response.Headers.Contains("Idempotency-Replayed"), response.Headers.RetryAfter is not null);

    /// <summary>Expects a problem with this status and code.</summary>
    public WalletReply Refused(int status, string code)
    {
        Assert.True(status == Status, $"{Status}: {Text}");
        Assert.Equal(code, this["code"]);
        return this;
    }

    /// <summary>Expects 200.</summary>
    public WalletReply Done()
    {
        Assert.True(Status == 200, $"{Status}: {Text}");
        return this;
    }
}
