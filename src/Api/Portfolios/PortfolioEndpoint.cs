using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OrleansWallet.Api.Exchange;
using OrleansWallet.Api.Json;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Api.Wallets;
using OrleansWallet.Api.Wallets.Reads;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Portfolios;
using OrleansWallet.Domain.Prices;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Api.Portfolios;

/// <summary>A wallet, valued in one currency.</summary>
internal static class PortfolioEndpoint
{
    private const int TopDefault = 5;
    private const int TopMax = 100;

    public static async Task<IResult> Get(
        [FromRoute(Name = "user_id")] string userId, [FromQuery] string? quote,
        [FromQuery] string? top, HttpContext http, WalletCalls calls, IUserDirectory users,
        IPrices prices, CurrencyRegistry currencies)
    {
        if (ReadAccess.Check(http, userId, out var wallet) is { } problem)
        {
            return problem;
        }

        var input = new InputReader(currencies, new FieldErrors());
        var currency = input.Currency(quote ?? PricesEndpoint.QuoteDefault, "quote");
        var shown = ReadTop(top, input.Errors);
        if (!input.Errors.IsEmpty)
        {
            return input.Errors.ToResult();
        }

        var balances = await calls.GetBalances(wallet, http.RequestAborted);
        if (balances.Version == 0
            && await users.Find(wallet.Value, http.RequestAborted) is null)
        {
            return KnownWallets.NotFound();
        }

        if (await prices.Get(currency!.Code, http.RequestAborted) is not { } sheet)
        {
            return PricesEndpoint.NoPrices(currency);
        }

        var portfolio = Portfolio.Of(Sums(balances.Balances), sheet, currency, shown);
        return TypedResults.Json(
            PortfolioBody.Of(wallet.Value, portfolio, sheet),
            PortfolioJson.Default.PortfolioBody);
    }

    private static IEnumerable<Amount> Sums(IEnumerable<Balance> balances) =>
        balances.GroupBy(b => b.Currency).Select(g => g.Aggregate(
            Amount.Zero(g.Key), (sum, b) => sum + new Amount(b.Total, g.Key)));

    private static int ReadTop(string? text, FieldErrors errors)
    {
        if (text is null)
        {
            return TopDefault;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var top)
            || top is < 1 or > TopMax)
        {
            errors.Add("top", $"must be 1 to {TopMax}");
        }

        return top;
    }
}
