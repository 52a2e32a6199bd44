using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OrleansWallet.ProviderSimulator.Json;
using OrleansWallet.ProviderSimulator.Prices;

namespace OrleansWallet.ProviderSimulator.NowPayments;

/// <summary>The part of NOWPayments' API that the grid calls.</summary>
internal sealed class NowPaymentsRoutes(
    ProviderServerOptions options, SimulatedNowPayments state, SimulatedPrices prices)
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/v1/auth", SignIn);
        var v1 = app.MapGroup("/v1").AddEndpointFilter(CheckKey);
        v1.MapPost("/payment", CreatePayment);
        v1.MapGet("/payment/{id}", GetPayment);
        v1.MapGet("/min-amount", GetMinimum);
        var payouts = v1.MapGroup("/payout").AddEndpointFilter(CheckToken);
        payouts.MapPost("/", CreatePayout);
        payouts.MapGet("/", ListPayouts);
        payouts.MapGet("/{id}", GetPayout);
        payouts.MapPost("/{batchId}/verify", Verify);
    }

    private async ValueTask<object?> CheckKey(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Request.Headers["x-api-key"] == options.ApiKey
            ? await next(context)
            : JsAnswers.Error(403, "INVALID_API_KEY", "Invalid api key");

    private async ValueTask<object?> CheckToken(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        state.Accepts(context.HttpContext.Request.Headers.Authorization)
            ? await next(context)
            : JsAnswers.Error(401, "UNAUTHORIZED", "Bearer JWTtoken is required");

    private IResult SignIn(JsonElement body) =>
        Text(body, "email") == options.Email && Text(body, "password") == options.Password
            ? JsAnswers.Json(new JsObject { { "token", JsNode.Text(state.NewToken()) } })
            : JsAnswers.Error(403, "ACCESS_DENIED", "Invalid credentials");

    private IResult CreatePayment(JsonElement body)
    {
        if (Text(body, "price_amount") is not { } price
            || Text(body, "price_currency") is not { } priceCurrency
            || Text(body, "pay_currency") is not { } coin)
        {
            return JsAnswers.Error(400, "INVALID_REQUEST_PARAMS", "a field is required");
        }

        if (!prices.TryConvert(price, priceCurrency, coin, out var payAmount))
        {
            return JsAnswers.Error(400, "BAD_REQUEST", $"Currency {coin} is not available");
        }

        var payment = state.Add(id => new SimulatedPayment
        {
            Id = id,
            PayCurrency = coin,
            PayAmount = payAmount,
            PayAddress = $"{coin}-address-{id}",
            PriceAmount = price,
            PriceCurrency = priceCurrency,
            OrderId = Text(body, "order_id"),
            OrderDescription = Text(body, "order_description"),
            PurchaseId = $"{id}0",
            IpnUrl = Url(body),
        });
        return JsAnswers.Json(payment.Created(), 201);
    }

    private IResult GetPayment(string id) =>
        state.Payments.FirstOrDefault(p => p.Id == id) is { } payment
            ? JsAnswers.Json(payment.Told())
            : JsAnswers.Error(404, "PAYMENT_NOT_FOUND", "Payment not found");

    private IResult GetMinimum(string currency_from) =>
        JsAnswers.Json(new JsObject
        {
            { "currency_from", JsNode.Text(currency_from) },
            { "currency_to", JsNode.Text(currency_from) },
            {
                "min_amount",
                JsNode.Number(state.Minimums.GetValueOrDefault(currency_from, "0.0001"))
            },
        });

    private IResult CreatePayout(JsonElement body)
    {
        if (!body.TryGetProperty("withdrawals", out var all) || all.GetArrayLength() != 1)
        {
            return JsAnswers.Error(400, "INVALID_REQUEST_PARAMS", "one withdrawal is supported");
        }

        var withdrawal = all[0];
        if (Text(withdrawal, "address") is not { } address
            || address.StartsWith("bad", StringComparison.Ordinal)
            || Text(withdrawal, "amount") is not { } amount
            || amount.Contains('.', StringComparison.Ordinal)
                && amount.Length - amount.IndexOf('.', StringComparison.Ordinal) > 7)
        {
            return JsAnswers.Error(
                400, "BAD_CREATE_WITHDRAWAL_REQUEST", "Invalid payout_address or amount");
        }

        var payout = state.Add((id, batch) => new SimulatedPayout
        {
            Id = id,
            BatchId = batch,
            ExternalId = Text(withdrawal, "unique_external_id"),
            Currency = Text(withdrawal, "currency") ?? "",
            Amount = amount,
            Address = address,
            ExtraId = Text(withdrawal, "extra_id"),
            IpnUrl = Url(withdrawal) ?? Url(body),
        });
        return payout is null
            ? JsAnswers.Error(400, "DUPLICATE_EXTERNAL_ID", "unique_external_id is known")
            : JsAnswers.Json(new JsObject
            {
                { "id", JsNode.Text(payout.BatchId) },
                { "withdrawals", new JsArray([payout.Told()]) },
            });
    }

    private IResult ListPayouts(string? date_from, int limit = 10, int page = 0)
    {
        var from = date_from is null
            ? DateTimeOffset.MinValue
            : DateTimeOffset.Parse(date_from, CultureInfo.InvariantCulture);
        var found = state.Payouts.Where(p => p.CreatedAt >= from).Reverse()
            .Skip(page * limit).Take(limit);
        return JsAnswers.Json(new JsObject
        {
            { "payouts", new JsArray([.. found.Select(p => p.Told())]) },
        });
    }

    private IResult GetPayout(string id) =>
        state.Payouts.FirstOrDefault(p => p.Id == id) is { } payout
            ? JsAnswers.Json(new JsArray([payout.Told()]))
            : JsAnswers.Error(404, "PAYOUT_NOT_FOUND", "Payout not found");

    private IResult Verify(string batchId, JsonElement body) =>
        state.Verify(batchId, Text(body, "verification_code") ?? "")
            ? Results.Text("OK")
            : JsAnswers.Error(404, "PAYOUT_NOT_FOUND", "Payout not found");

    /// <summary>The text of a string, or the digits of a number.</summary>
    private static string? Text(JsonElement parent, string name) =>
        !parent.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
        : null;

    private static Uri? Url(JsonElement parent) =>
        Uri.TryCreate(Text(parent, "ipn_callback_url"), UriKind.Absolute, out var url) ? url : null;
}
