using System.Net;
using System.Text.Json;

namespace OrleansWallet.Api.Tests;

/// <summary>Checks that an answer is a problem as the contract describes it.</summary>
public static class ProblemAssert
{
    public static async Task<JsonElement> Is(
        HttpStatusCode status, string code, HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(status == answer.StatusCode, $"{answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var body = JsonDocument.Parse(text);
        var root = body.RootElement.Clone();
        Assert.Equal(code, root.GetProperty("code").GetString());
        Assert.Equal((int)status, root.GetProperty("status").GetInt32());
        Assert.NotEmpty(root.GetProperty("type").GetString()!);
        Assert.NotEmpty(root.GetProperty("title").GetString()!);
        Assert.Equal(32, root.GetProperty("trace_id").GetString()!.Length);
        return root;
    }
}
