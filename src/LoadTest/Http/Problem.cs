using System.Text.Json;

namespace OrleansWallet.LoadTest.Http;

/// <summary>What is needed of an <c>application/problem+json</c>; all null when it was none.</summary>
internal sealed record Problem(string? Code, string? Title, string? Detail, string? TraceId)
{
    public static readonly Problem None = new(null, null, null, null);

    public static Problem Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, GridJson.Default.Problem) ?? None;
        }
        catch (JsonException)
        {
            return None;
        }
    }

    public override string ToString()
    {
        var trace = TraceId is null ? null : $"(trace {TraceId})";
        return string.Join(' ', new[] { Code, Detail ?? Title, trace }.OfType<string>());
    }
}
