using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrleansWallet.Providers.Http;
using OrleansWallet.Providers.Json;

namespace OrleansWallet.Providers.NowPayments;

/// <summary>NOWPayments over HTTP: <c>/v1</c> of its API.</summary>
internal sealed class NowPaymentsClient : INowPayments, IDisposable
{
    /// <summary>The name of its HTTP client.</summary>
    public const string Name = "NOWPayments";

    private const int PagesMax = 20;

    private readonly NowPaymentsOptions _options;
    private readonly NowPaymentsRequests _requests;
    private readonly ProviderHttp _http;
    private readonly PayoutTokens _tokens;

    public NowPaymentsClient(
        IHttpClientFactory clients, IOptions<NowPaymentsOptions> options, TimeProvider time,
        ILogger<NowPaymentsClient> logger)
    {
        _options = options.Value;
        _requests = new NowPaymentsRequests(_options, time);
        _http = new ProviderHttp(Name, clients, time, _options.Resilience, logger);
        _tokens = new PayoutTokens(_http, _requests, _options, time);
    }

    public void Dispose() => _tokens.Dispose();

    public async Task<ProviderResult<Payment>> CreatePayment(
        PaymentRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.Price.IsPositive)
        {
            return Invalid<Payment>("the price is not positive");
        }

        return await Write(
            "create payment", () => _requests.CreatePayment(request),
            PaymentReader.ReadCreated, ct);
    }

    public Task<ProviderResult<Payment>> GetPayment(
        string paymentId, CancellationToken ct = default) =>
        Read(
            "get payment", () => NowPaymentsRequests.GetPayment(paymentId), PaymentReader.Read,
            ct);

    public Task<ProviderResult<ExactDecimal>> GetMinimum(
        Coin coin, CancellationToken ct = default) =>
        Read(
            "get minimum", () => NowPaymentsRequests.GetMinimum(coin),
            json => JsonFields.Number(json, "min_amount")
                ?? throw new FormatException("min_amount is missing"),
            ct);

    public async Task<ProviderResult<Payout>> CreatePayout(
        PayoutRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrEmpty(request.ExternalId);
        if (request.Amount.Currency.Code != request.Coin.Currency)
        {
            throw new ArgumentException(
                $"{request.Amount.Currency} is not {request.Coin.Currency}", nameof(request));
        }

        if (!request.Amount.IsPositive)
        {
            return Invalid<Payout>("the amount is not positive");
        }

        return PayoutRequest.CanCarry(request.Amount)
            ? await WithToken(
                token => Write(
                    "create payout", () => _requests.CreatePayout(request, token),
                    json => PayoutReader.ReadCreated(json, request.ExternalId), ct),
                ct)
            : new ProviderResult<Payout>.Refused(
                ProviderRefusals.TooPrecise, "the amount has more digits than a payout can carry");
    }

    public async Task<ProviderResult<string>> VerifyPayout(
        string batchId, CancellationToken ct = default)
    {
        if (_options.PayoutTotpSecret.Length == 0)
        {
            return new ProviderResult<string>.Refused(
                ProviderRefusals.NoVerificationSecret, "a person has to confirm this payout");
        }

        return await WithToken(
            async token =>
            {
                // The answer is the bare word OK.
                var answer = await _http.Write(
                    "verify payout", () => _requests.VerifyPayout(batchId, token), ct);
                return answer.Select<string>(_ => new ProviderResult<string>.Done(batchId));
            },
            ct);
    }

    public async Task<ProviderResult<Payout>> GetPayout(
        string payoutId, CancellationToken ct = default)
    {
        var all = await WithToken(
            token => Read(
                "get payout", () => NowPaymentsRequests.GetPayout(payoutId, token),
                PayoutReader.ReadAll, ct),
            ct);
        return all.Select<Payout>(payouts => payouts.Find(p => p.Id == payoutId) is { } payout
            ? new ProviderResult<Payout>.Done(payout)
            : new ProviderResult<Payout>.Refused(ProviderRefusals.NotFound, "not found"));
    }

    public async Task<ProviderResult<Payout?>> FindPayout(
        string externalId, DateTimeOffset since, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(externalId);
        for (var page = 0; page < PagesMax; page++)
        {
            var at = page;
            var listed = await WithToken(
                token => Read(
                    "list payouts", () => NowPaymentsRequests.ListPayouts(since, at, token),
                    PayoutReader.ReadAll, ct),
                ct);
            if (listed is not ProviderResult<List<Payout>>.Done { Value: var payouts })
            {
                return listed.Select<Payout?>(_ => throw new InvalidOperationException());
            }

            var found = payouts.Find(p => p.ExternalId == externalId);
            if (found is not null || payouts.Count == 0)
            {
                return new ProviderResult<Payout?>.Done(found);
            }
        }

        return new ProviderResult<Payout?>.Unavailable("too many payouts since then to look at");
    }

    private static ProviderResult<T> Invalid<T>(string message) =>
        new ProviderResult<T>.Refused(ProviderRefusals.InvalidAmount, message);

    /// <summary>Calls with a token, and once more with a new one when that one was not accepted;
    /// what was turned away for its token was not done.</summary>
    private async Task<ProviderResult<T>> WithToken<T>(
        Func<string, Task<ProviderResult<T>>> call, CancellationToken ct)
    {
        var token = await _tokens.Get(refused: null, ct);
        if (token is not ProviderResult<string>.Done { Value: var first })
        {
            return token.Select<T>(_ => throw new InvalidOperationException());
        }

        var result = await call(first);
        if (result is not ProviderResult<T>.Unavailable { Reason: ProviderHttp.NotAccepted })
        {
            return result;
        }

        token = await _tokens.Get(refused: first, ct);
        return token is ProviderResult<string>.Done { Value: var second }
            ? await call(second)
            : token.Select<T>(_ => throw new InvalidOperationException());
    }

    private async Task<ProviderResult<T>> Read<T>(
        string operation, Func<HttpRequestMessage> message, Func<JsonElement, T> read,
        CancellationToken ct)
    {
        if (!_options.IsConfigured)
        {
            return new ProviderResult<T>.Unavailable("not configured");
        }

        var answer = await _http.Read(operation, message, ct);
        return answer.Select(a => _http.Parse(operation, a, isWrite: false, read));
    }

    private async Task<ProviderResult<T>> Write<T>(
        string operation, Func<HttpRequestMessage> message, Func<JsonElement, T> read,
        CancellationToken ct)
    {
        if (!_options.IsConfigured)
        {
            return new ProviderResult<T>.Unavailable("not configured");
        }

        var answer = await _http.Write(operation, message, ct);
        return answer.Select(a => _http.Parse(operation, a, isWrite: true, read));
    }
}
