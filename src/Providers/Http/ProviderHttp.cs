using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using OrleansWallet.Providers.Json;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace OrleansWallet.Providers.Http;

/// <summary>Sends one provider's requests, and says what became of each.</summary>
internal sealed class ProviderHttp(
    string provider, IHttpClientFactory clients, TimeProvider time, ResilienceOptions options,
    ILogger logger)
{
    /// <summary>The reason of a call that was turned away for its key or token.</summary>
    public const string NotAccepted = "credentials not accepted";

    private const int MessageMax = 200;
    private readonly Resilience _resilience = new(provider, options, time, logger);

    /// <summary>A request that changes nothing: tried again when it fails.</summary>
    public async Task<ProviderResult<RawAnswer>> Read(
        string operation, Func<HttpRequestMessage> request, CancellationToken ct)
    {
        var result = await Send(_resilience.Reads, request, isWrite: false, ct);
        Log(operation, result);
        return result;
    }

    /// <summary>A request that may have an effect: sent at most once.</summary>
    public async Task<ProviderResult<RawAnswer>> Write(
        string operation, Func<HttpRequestMessage> request, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var result = await Send(_resilience.Writes, request, isWrite: true, ct);
        Log(operation, result);
        return result;
    }

    /// <summary>Reads the body of an answer; what a read can't understand is unavailable, what a
    /// write can't is unknown.</summary>
    public ProviderResult<T> Parse<T>(
        string operation, RawAnswer answer, bool isWrite, Func<JsonElement, T> read)
    {
        try
        {
            using var json = JsonFields.Parse(answer.Body);
            return json.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                ? new ProviderResult<T>.Done(read(json.RootElement))
                : throw new FormatException("not an object");
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            var reason = e is FormatException
                ? $"answer not understood: {e.Message}"
                : "answer not understood: not JSON";
            ProviderResult<T> result = isWrite
                ? new ProviderResult<T>.OutcomeUnknown(reason)
                : new ProviderResult<T>.Unavailable(reason);
            Log(operation, result);
            return result;
        }
    }

    private async Task<ProviderResult<RawAnswer>> Send(
        ResiliencePipeline<RawAnswer> pipeline, Func<HttpRequestMessage> request, bool isWrite,
        CancellationToken ct)
    {
        try
        {
            return Judge(await pipeline.ExecuteAsync(t => SendOnce(request, t), ct), isWrite);
        }
        catch (BrokenCircuitException e)
        {
            return new ProviderResult<RawAnswer>.Unavailable("circuit open", e.RetryAfter);
        }
        catch (HttpRequestException e)
        {
            return WasNotReached(e) || !isWrite
                ? new ProviderResult<RawAnswer>.Unavailable($"no answer: {e.HttpRequestError}")
                : new ProviderResult<RawAnswer>.OutcomeUnknown($"no answer: {e.HttpRequestError}");
        }
        catch (Exception e) when (
            e is TimeoutRejectedException or IOException
            || (e is OperationCanceledException && (isWrite || !ct.IsCancellationRequested)))
        {
            // A write that its caller gave up is out there all the same.
            var reason = e is IOException ? "connection lost"
                : ct.IsCancellationRequested ? "given up by the caller" : "timed out";
            return isWrite
                ? new ProviderResult<RawAnswer>.OutcomeUnknown(reason)
                : new ProviderResult<RawAnswer>.Unavailable(reason);
        }
    }

    private async ValueTask<RawAnswer> SendOnce(
        Func<HttpRequestMessage> request, CancellationToken ct)
    {
        using var message = request();
        using var answer = await clients.CreateClient(provider).SendAsync(message, ct);
        var body = await answer.Content.ReadAsByteArrayAsync(ct);
        return new RawAnswer(
            (int)answer.StatusCode, body, RetryAfter(answer.Headers.RetryAfter));
    }

    private static ProviderResult<RawAnswer> Judge(RawAnswer answer, bool isWrite) =>
        answer.Status switch
        {
            _ when answer.IsSuccess => new ProviderResult<RawAnswer>.Done(answer),
            429 => new ProviderResult<RawAnswer>.Unavailable("rate limited", answer.RetryAfter),
            401 or 403 => new ProviderResult<RawAnswer>.Unavailable(NotAccepted),
            404 => new ProviderResult<RawAnswer>.Refused(ProviderRefusals.NotFound, "not found"),

            // A conflict may be with what an earlier, lost answer was about.
            >= 400 and < 500 and not 408 and not 409 => Refusal(answer),
            _ when isWrite =>
                new ProviderResult<RawAnswer>.OutcomeUnknown($"HTTP {answer.Status}"),
            409 => Refusal(answer),
            _ => new ProviderResult<RawAnswer>.Unavailable(
                $"HTTP {answer.Status}", answer.RetryAfter),
        };

    /// <summary>The provider's own code, if it is one: <c>{"code":"…"}</c>.</summary>
    private static ProviderResult<RawAnswer>.Refused Refusal(RawAnswer answer)
    {
        var code = $"http_{answer.Status}";
        var message = "";
        try
        {
            using var json = JsonFields.Parse(answer.Body);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
            {
                code = JsonFields.Text(json.RootElement, "code") is { } text && IsCode(text)
                    ? text
                    : code;
                message = JsonFields.Text(json.RootElement, "message") ?? "";
            }
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            // Its status says enough.
        }

        return new(code, message.Length > MessageMax ? message[..MessageMax] : message);
    }

    private static bool IsCode(string text) =>
        text.Length <= 60 && char.IsAsciiLetter(text[0])
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static bool WasNotReached(HttpRequestException e) =>
        e.HttpRequestError is HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError;

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? (header?.Date - time.GetUtcNow());
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private void Log<T>(string operation, ProviderResult<T> result)
    {
        switch (result)
        {
            case ProviderResult<T>.OutcomeUnknown unknown:
                ProviderLog.OutcomeUnknown(logger, provider, operation, unknown.Reason);
                break;
            case ProviderResult<T>.Unavailable away:
                ProviderLog.Unavailable(logger, provider, operation, away.Reason);
                break;
            case ProviderResult<T>.Refused refused:
                ProviderLog.Refused(logger, provider, operation, refused.Code);
                break;
        }
    }
}
