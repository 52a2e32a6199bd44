using System.Text.Json;

namespace OrleansWallet.Api.Tests.Flows;

/// <summary>What the grid answered.</summary>
public sealed record Answer(int Status, JsonElement Json, bool Replayed)
{
    public string this[string member] =>
        Json.TryGetProperty(member, out var value) ? value.ToString() : "";

    public Answer Require(int status)
    {
        Assert.True(status == Status, $"expected {status}, got {Status}: {Json}");
        return this;
    }

    public Answer Refused(int status, string code)
    {
        Require(status);
        Assert.Equal(code, this["code"]);
        return this;
    }
}
