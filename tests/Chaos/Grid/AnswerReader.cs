using System.Net;
using System.Text.Json;

namespace OrleansWallet.Chaos.Grid;

/// <summary>Tells the answers that may come from those that must not.</summary>
internal static class AnswerReader
{
    private static readonly HashSet<string> _refusals = new(StringComparer.Ordinal)
    {
        "insufficient_balance", "hold_not_found", "hold_exists", "hold_insufficient",
        "wallet_closed",
    };

    /// <returns>Of a successful read, the text is in <see cref="Answer.Code"/>.</returns>
    /// <exception cref="JsonException">The answer is no JSON.</exception>
    public static Answer Read(
        HttpMethod method, HttpResponseMessage response, string text, JsonSerializerOptions json)
    {
        var replayed = response.Headers.TryGetValues("Idempotency-Replayed", out _);
        if (response.StatusCode == HttpStatusCode.OK)
        {
            return method == HttpMethod.Get
                ? new Answer(Outcome.Acknowledged, Code: text)
                : new Answer(
                    Outcome.Acknowledged, JsonSerializer.Deserialize<Receipt>(text, json),
                    IsReplayed: replayed);
        }

        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            return Wrong(response, text);
        }

        var code = JsonSerializer.Deserialize<Problem>(text, json)?.Code;
        return ((int)response.StatusCode, code) switch
        {
            (503, "not_accepted") when HasRetryAfter(response) => new Answer(Outcome.NotAccepted),
            (503, "outcome_unknown") when HasRetryAfter(response) =>
                new Answer(Outcome.OutcomeUnknown),
            (409, "idempotency_in_progress") => new Answer(Outcome.KeyInProgress),
            (422, "idempotency_mismatch") => new Answer(Outcome.Mismatch, IsReplayed: replayed),
            (404, "not_found" or "wallet_not_found") when method == HttpMethod.Get =>
                new Answer(Outcome.Refused, Code: code),
            (404 or 409 or 422, { } refusal) when _refusals.Contains(refusal) =>
                new Answer(Outcome.Refused, Code: refusal, IsReplayed: replayed),
            _ => Wrong(response, text),
        };
    }

    private static bool HasRetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter is not null;

    private static Answer Wrong(HttpResponseMessage response, string text) =>
        new(Outcome.Wrong, Code: $"{(int)response.StatusCode} {text}");
}
