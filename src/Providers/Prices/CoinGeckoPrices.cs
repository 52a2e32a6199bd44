using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrleansWallet.Providers.Http;

namespace OrleansWallet.Providers.Prices;

/// <summary>CoinGecko's prices, kept for a while; while it is away, the last ones, ever older.
/// </summary>
internal sealed class CoinGeckoPrices : IPriceSource, IDisposable
{
    /// <summary>The name of its HTTP client.</summary>
    public const string Name = "CoinGecko";

    // After a failure the next caller does not ask again at once.
    private static readonly TimeSpan _pauseAfterFailure = TimeSpan.FromSeconds(2);

    private readonly PriceOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CoinGeckoFeed _feed;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile Kept _kept = new(null, DateTimeOffset.MinValue, null);

    public CoinGeckoPrices(
        IHttpClientFactory clients, IOptions<PriceOptions> options, TimeProvider time,
        ILogger<CoinGeckoPrices> logger)
    {
        _options = options.Value;
        _time = time;
        _logger = logger;
        var http = new ProviderHttp(Name, clients, time, _options.Resilience, logger);
        _feed = new CoinGeckoFeed(http, _options, time);
    }

    public async Task<ProviderResult<PriceSheet>> GetPrices(
        string quote, IReadOnlyCollection<string> codes, CancellationToken ct = default)
    {
        var kept = _kept;
        if (kept.AskAt <= _time.GetUtcNow())
        {
            kept = await Renew(ct);
        }

        return kept.Book is { } book
            ? book.ToSheet(
                quote, codes, _time.GetUtcNow() - _options.StaleAfter,
                PriceOptions.CoinGeckoSource)
            : new ProviderResult<PriceSheet>.Unavailable(
                kept.Failure ?? "no prices yet", kept.AskAt - _time.GetUtcNow());
    }

    public void Dispose() => _gate.Dispose();

    /// <summary>One caller asks; meanwhile the others go on with the last prices, and wait only
    /// when there are none yet.</summary>
    private async Task<Kept> Renew(CancellationToken ct)
    {
        if (!await _gate.WaitAsync(TimeSpan.Zero, ct))
        {
            if (_kept.Book is not null)
            {
                return _kept;
            }

            await _gate.WaitAsync(ct);
        }

        try
        {
            var now = _time.GetUtcNow();
            if (_kept.AskAt > now)
            {
                return _kept;
            }

            _kept = await _feed.Fetch(ct) switch
            {
                ProviderResult<PriceBook>.Done done =>
                    new Kept(done.Value, now + _options.CacheFor, null),
                ProviderResult<PriceBook>.Unavailable away =>
                    Failed(away.Reason, now + Later(away.RetryAfter)),
                ProviderResult<PriceBook>.Refused refused =>
                    Failed($"refused as {refused.Code}", now + _options.CacheFor),
                _ => throw new InvalidOperationException("a read has no unknown outcome"),
            };
            return _kept;
        }
        finally
        {
            _gate.Release();
        }
    }

    private Kept Failed(string reason, DateTimeOffset askAt)
    {
        ProviderLog.PricesNotRenewed(_logger, reason);
        return new Kept(_kept.Book, askAt, reason);
    }

    private static TimeSpan Later(TimeSpan? retryAfter) =>
        retryAfter > _pauseAfterFailure ? retryAfter.Value : _pauseAfterFailure;

    /// <param name="Book">The last prices, or null before the first.</param>
    /// <param name="AskAt">When to ask again.</param>
    /// <param name="Failure">Why there is nothing newer.</param>
    private sealed record Kept(PriceBook? Book, DateTimeOffset AskAt, string? Failure);
}
