using System.Globalization;
using System.Text.Json.Serialization;
using OrleansWallet.Api.Json;
using OrleansWallet.Domain.Portfolios;
using OrleansWallet.Domain.Prices;

namespace OrleansWallet.Api.Portfolios;

/// <summary>What somebody has, valued in one currency. Sums are decimal strings.</summary>
public sealed record PortfolioBody
{
    [JsonPropertyName("user_id")]
    public required string UserId { get; init; }

    [JsonPropertyName("quote")]
    public required string Quote { get; init; }

    [JsonPropertyName("total_value")]
    public required string TotalValue { get; init; }

    /// <summary>Those of the highest value, then all without a price.</summary>
    [JsonPropertyName("assets")]
    public required IReadOnlyList<AssetBody> Assets { get; init; }

    /// <summary>The rest of those with a price; null when there is none.</summary>
    [JsonPropertyName("others")]
    public required OthersBody? Others { get; init; }

    /// <summary>How old the oldest price is.</summary>
    [JsonPropertyName("priced_at")]
    public required string PricedAt { get; init; }

    public static PortfolioBody Of(string user, Portfolio portfolio, PriceSheet prices) => new()
    {
        UserId = user,
        Quote = portfolio.Total.Currency.Code,
        TotalValue = portfolio.Total.ToString(),
        Assets =
        [
            .. portfolio.Assets.Select(a => new AssetBody(
                a.Balance.Currency.Code, a.Balance.ToString(), a.Price?.ToString(),
                a.Value?.ToString(), a.Share is { } share ? Percentage(share) : null)),
        ],
        Others = portfolio.Others is { } rest
            ? new OthersBody(rest.Value.ToString(), Percentage(rest.Share), rest.Count)
            : null,
        PricedAt = WireTime.Format(prices.AsOf),
    };

    private static string Percentage(int share) =>
        string.Create(CultureInfo.InvariantCulture, $"{share / 100}.{share % 100:00}");
}
