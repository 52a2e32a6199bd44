using System.Text.Json;
using OrleansWallet.Api.Tests.Requests;

namespace OrleansWallet.Api.Tests.Fuzz;

/// <summary>What every answer must be, whatever was asked.</summary>
internal static class AnswerRules
{
    private static readonly string[] _innards =
        ["Exception", "   at ", "System.", "Microsoft.", "Npgsql", "OrleansWallet.", ".cs:line"];

    /// <returns>What is wrong, or null.</returns>
    public static string? Check(RawRequest request, RawAnswer? answer, bool isHub)
    {
        if (answer is null)
        {
            return request.MayBreak ? null : "the server hung up without an answer";
        }

        // No provider is configured here: a call that is good so far ends there.
        var isAway = answer.Status == 503
            && answer.Text.Contains("\"provider_unavailable\"", StringComparison.Ordinal);
        if (answer.Status >= 500 && !isAway)
        {
            return "the server failed";
        }

        if (answer.Status < 400)
        {
            return null;
        }

        return _innards.FirstOrDefault(i => answer.Text.Contains(i, StringComparison.Ordinal)) is
        { } word
            ? $"the answer tells of the server's inside: '{word}'"
            : answer.Text.Length == 0 || isHub || request.MayBreak ? null : CheckProblem(answer);
    }

    private static string? CheckProblem(RawAnswer answer)
    {
        if (answer.ContentType?.StartsWith("application/problem+json", StringComparison.Ordinal)
            is not true)
        {
            return "the answer is no problem+json";
        }

        try
        {
            using var body = JsonDocument.Parse(answer.Text);
            var root = body.RootElement;
            return root.GetProperty("code").GetString() is not { Length: > 0 } ? "no code"
                : root.GetProperty("trace_id").GetString() is not { Length: 32 } ? "no trace_id"
                : root.GetProperty("status").GetInt32() != answer.Status ? "another status"
                : null;
        }
        catch (Exception e) when (
            e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return $"the problem can't be read: {e.Message}";
        }
    }
}
