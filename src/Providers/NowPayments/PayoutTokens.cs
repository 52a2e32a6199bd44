using OrleansWallet.Providers.Http;
using OrleansWallet.Providers.Json;

namespace OrleansWallet.Providers.NowPayments;

/// <summary>The bearer token of payouts, which lives five minutes. Thread-safe.</summary>
internal sealed class PayoutTokens(
    ProviderHttp http, NowPaymentsRequests requests, NowPaymentsOptions options,
    TimeProvider time) : IDisposable
{
    private static readonly TimeSpan _lifetime = TimeSpan.FromMinutes(4);
    private readonly SemaphoreSlim _gate = new(1, 1);
    private Token? _token;

    /// <summary>A token; any failure is <see cref="ProviderResult{T}.Unavailable"/>, since the
    /// payout was not sent.</summary>
    /// <param name="refused">A token that the provider no longer takes, or null.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<ProviderResult<string>> Get(string? refused, CancellationToken ct)
    {
        if (!options.HasPayouts)
        {
            return new ProviderResult<string>.Unavailable("payouts are not configured");
        }

        await _gate.WaitAsync(ct);
        try
        {
            if (_token is { } token && token.Text != refused && token.EndsAt > time.GetUtcNow())
            {
                return new ProviderResult<string>.Done(token.Text);
            }

            return await SignIn(ct);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<ProviderResult<string>> SignIn(CancellationToken ct)
    {
        var at = time.GetUtcNow();

        // Signing in twice does no harm: it is tried again like a read.
        var answer = await http.Read("sign in", requests.SignIn, ct);
        var result = answer.Select(a => http.Parse(
            "sign in", a, isWrite: false, json => JsonFields.RequiredText(json, "token")));
        switch (result)
        {
            case ProviderResult<string>.Done done:
                _token = new Token(done.Value, at + _lifetime);
                return result;
            case ProviderResult<string>.Refused:
                return new ProviderResult<string>.Unavailable("sign-in was refused");
            default:
                return result;
        }
    }

    private sealed record Token(string Text, DateTimeOffset EndsAt);
}
