using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OrleansWallet.Api.Json;
using OrleansWallet.Api.Problems;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Prices;

namespace OrleansWallet.Api.Exchange;

/// <summary>The prices of now.</summary>
internal static class PricesEndpoint
{
    public const string QuoteDefault = "USD";
    private const string ContentType = "application/json; charset=utf-8";

    // Each answer lives as long as the prices that it was made from.
    private static readonly ConditionalWeakTable<PriceSheet, byte[]> _answers = [];

    public static async Task<IResult> Get(
        [FromQuery] string? quote, HttpContext http, IPrices prices, CurrencyRegistry currencies)
    {
        var input = new InputReader(currencies, new FieldErrors());
        var currency = input.Currency(quote ?? QuoteDefault, "quote");
        if (!input.Errors.IsEmpty)
        {
            return input.Errors.ToResult();
        }

        return await prices.Get(currency!.Code, http.RequestAborted) is { } sheet
            ? TypedResults.Bytes(_answers.GetValue(sheet, Write), ContentType)
            : NoPrices(currency);
    }

    /// <summary>503: whoever knows the prices can't be reached, or knows none in this.</summary>
    public static IResult NoPrices(Currency quote) => Problem.Unavailable(
        "provider_unavailable", $"No prices in {quote} are known now");

    private static byte[] Write(PriceSheet sheet) => JsonSerializer.SerializeToUtf8Bytes(
        PricesBody.Of(sheet), ExchangeJson.Default.PricesBody);
}
