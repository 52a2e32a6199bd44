using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using OrleansWallet.Domain.Money;
using OrleansWallet.Providers.Http;

namespace OrleansWallet.Providers.Prices;

/// <summary>Asks CoinGecko for all known coins at once: <c>simple/price</c>.</summary>
/// <remarks>
/// One request a while, whatever is asked, stays within the limits of the free plan. Fiat
/// currencies have no id there; their value follows from bitcoin's price in each.
/// </remarks>
internal sealed class CoinGeckoFeed(ProviderHttp http, PriceOptions options, TimeProvider time)
{
    private const string BaseCode = "USD";
    private const string FiatBridge = "BTC";

    private static readonly FrozenDictionary<string, string> _ids =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["BTC"] = "bitcoin",
            ["LTC"] = "litecoin",
            ["DOGE"] = "dogecoin",
            ["ETH"] = "ethereum",
            ["BNB"] = "binancecoin",
            ["MATIC"] = "polygon-ecosystem-token",
            ["AVAX"] = "avalanche-2",
            ["SOL"] = "solana",
            ["TRX"] = "tron",
            ["XRP"] = "ripple",
            ["USDC"] = "usd-coin",
            ["USDT"] = "tether",
            ["DAI"] = "dai",
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _idByCode = Merge(options.Ids);

    private readonly string[] _fiat =
    [
        .. CurrencyRegistry.Default.All.Where(c => c.Kind == CurrencyKind.Fiat)
            .Select(c => c.Code),
    ];

    public async Task<ProviderResult<PriceBook>> Fetch(CancellationToken ct)
    {
        var answer = await http.Read("get prices", Request, ct);
        return answer.Select(a => http.Parse("get prices", a, isWrite: false, Read));
    }

    private static Dictionary<string, string> Merge(Dictionary<string, string> more)
    {
        var ids = new Dictionary<string, string>(_ids, StringComparer.Ordinal);
        foreach (var (code, id) in more)
        {
            ids[code] = id;
        }

        return ids;
    }

    private HttpRequestMessage Request()
    {
        var ids = string.Join(',', _idByCode.Values.Distinct().Order(StringComparer.Ordinal));
        var quotes = string.Join(',', _fiat).ToLowerInvariant();
        return new HttpRequestMessage(
            HttpMethod.Get,
            $"simple/price?ids={Uri.EscapeDataString(ids)}"
            + $"&vs_currencies={Uri.EscapeDataString(quotes)}"
            + "&include_last_updated_at=true&precision=full");
    }

    /// <summary><c>{"bitcoin":{"usd":100000.1,"eur":…,"last_updated_at":1790000000}}</c></summary>
    private PriceBook Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("not an object");
        }

        var now = time.GetUtcNow();
        var book = new PriceBook(BaseCode, now);
        foreach (var (code, id) in _idByCode)
        {
            if (json.TryGetProperty(id, out var coin) && TryPrice(coin, BaseCode, out var price))
            {
                book.Set(code, price, AsOf(coin, now));
            }
        }

        SetFiat(book, json, now);
        return book;
    }

    private void SetFiat(PriceBook book, JsonElement json, DateTimeOffset now)
    {
        if (!json.TryGetProperty(_idByCode[FiatBridge], out var bridge)
            || !TryPrice(bridge, BaseCode, out var inBase))
        {
            return;
        }

        foreach (var code in _fiat.Where(c => c != BaseCode))
        {
            if (TryPrice(bridge, code, out var inFiat))
            {
                book.Set(code, inBase / inFiat, AsOf(bridge, now));
            }
        }
    }

    private static bool TryPrice(JsonElement coin, string quote, out decimal price)
    {
        price = 0;
        return coin.ValueKind == JsonValueKind.Object
            && coin.TryGetProperty(quote.ToLowerInvariant(), out var value)
            && value.ValueKind == JsonValueKind.Number
            && PriceBook.TryParse(value.GetRawText(), out price);
    }

    /// <summary>A time to come would never be stale: their clock is ahead, and it is now.</summary>
    private static DateTimeOffset AsOf(JsonElement coin, DateTimeOffset now) =>
        UpdatedAt(coin) is { } at && at < now ? at : now;

    private static DateTimeOffset? UpdatedAt(JsonElement coin) =>
        coin.TryGetProperty("last_updated_at", out var value)
        && value.ValueKind == JsonValueKind.Number
        && long.TryParse(
            value.GetRawText(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
