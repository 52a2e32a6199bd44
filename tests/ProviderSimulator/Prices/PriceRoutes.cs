using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OrleansWallet.ProviderSimulator.Json;

namespace OrleansWallet.ProviderSimulator.Prices;

/// <summary>CoinGecko's <c>simple/price</c>.</summary>
internal sealed class PriceRoutes(SimulatedPrices prices)
{
    public void Map(IEndpointRouteBuilder app) => app.MapGet("/api/v3/simple/price", GetPrices);

    private IResult GetPrices(string ids, string vs_currencies)
    {
        var answer = new JsObject();
        foreach (var id in ids.Split(','))
        {
            var coin = new JsObject();
            foreach (var fiat in vs_currencies.Split(','))
            {
                if (prices.Digits(id, fiat) is { } digits)
                {
                    coin.Add(fiat, JsNode.Number(digits));
                }
            }

            if (coin.Any())
            {
                coin.Add(
                    "last_updated_at",
                    JsNode.Number($"{prices.UpdatedAt.ToUnixTimeSeconds()}"));
                answer.Add(id, coin);
            }
        }

        return JsAnswers.Json(answer);
    }
}
