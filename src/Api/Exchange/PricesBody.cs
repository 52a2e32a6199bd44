using System.Text.Json.Serialization;
using OrleansWallet.Api.Json;
using OrleansWallet.Domain.Prices;

namespace OrleansWallet.Api.Exchange;

/// <summary>What one whole unit of each currency is worth.</summary>
/// <param name="Quote">In which currency.</param>
/// <param name="Prices">Decimal strings by currency.</param>
/// <param name="AsOf">How old the oldest of them is.</param>
/// <param name="Source">Where they come from.</param>
/// <param name="Stale">Those that are too old to trade at.</param>
public sealed record PricesBody(
    [property: JsonPropertyName("quote")] string Quote,
    [property: JsonPropertyName("prices")] IReadOnlyDictionary<string, string> Prices,
    [property: JsonPropertyName("as_of")] string AsOf,
    [property: JsonPropertyName("source")] string Source,
    [property: JsonPropertyName("stale")] IReadOnlyList<string> Stale)
{
    public static PricesBody Of(PriceSheet sheet)
    {
        var prices = sheet.Prices.OrderBy(p => p.Key, StringComparer.Ordinal).ToList();
        return new PricesBody(
            sheet.Quote,
            prices.ToDictionary(
                p => p.Key, p => p.Value.Value.ToString(), StringComparer.Ordinal),
            WireTime.Format(sheet.AsOf), sheet.Source,
            [.. prices.Where(p => p.Value.IsStale).Select(p => p.Key)]);
    }
}
