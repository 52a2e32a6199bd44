using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OrleansWallet.Api.Json;
using OrleansWallet.Api.Problems;
using OrleansWallet.Api.Processes;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Domain.Exchange;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Journal.Processes;

namespace OrleansWallet.Api.Exchange;

/// <summary>Quotes and orders of the signed-in user.</summary>
internal static class OrderEndpoints
{
    public static async Task<IResult> QuoteSwap(
        HttpContext http, ProcessCalls calls, CurrencyRegistry currencies, Market market)
    {
        var body = await BodyReader.Read(http, ExchangeJson.Default.SwapRequest);
        return body.Value is { } request
            ? await Open(http, calls, market, "swap-quote", ReadSwap(http, currencies, request))
            : body.Problem!;
    }

    public static async Task<IResult> ExecuteSwap(
        HttpContext http, ProcessCalls calls, CurrencyRegistry currencies, Market market)
    {
        var body = await BodyReader.Read(http, ExchangeJson.Default.SwapRequest);
        return body.Value switch
        {
            null => body.Problem!,
            { QuoteId: null } request => await Open(
                http, calls, market, "swap-execute", ReadSwap(http, currencies, request)),
            { } request => await ExecuteQuote(http, calls, currencies, request),
        };
    }

    public static async Task<IResult> Trade(
        HttpContext http, ProcessCalls calls, CurrencyRegistry currencies, Market market)
    {
        var body = await BodyReader.Read(http, ExchangeJson.Default.SpotRequest);
        return body.Value is { } request
            ? await Open(http, calls, market, "spot-execute", ReadSpot(http, currencies, request))
            : body.Problem!;
    }

    public static async Task<IResult> BuyExpress(
        HttpContext http, ProcessCalls calls, CurrencyRegistry currencies, Market market)
    {
        var body = await BodyReader.Read(http, ExchangeJson.Default.ExpressBuyRequest);
        return body.Value is { } request
            ? await Open(
                http, calls, market, "express-buy", ReadExpressBuy(http, currencies, request))
            : body.Problem!;
    }

    public static async Task<IResult> Get(
        [FromRoute(Name = "order_id")] string id, HttpContext http, ProcessCalls calls)
    {
        var order = IdText.IsValid(id)
            ? await calls.Get<OrderState>(
                new ProcessId(ProcessKind.Order, id), http.RequestAborted)
            : null;
        if (order is null)
        {
            return ProcessProblems.Of(
                new ProcessRefusal(ProcessRefusalCode.NotFound, "there is none with this id"),
                ProcessKind.Order);
        }

        return http.User.MayRead(order.User.Value)
            ? TypedResults.Json(OrderBody.Of(order), ExchangeJson.Default.OrderBody)
            : Problem.Of(
                StatusCodes.Status403Forbidden, ProblemCodes.Forbidden, "Someone else's data");
    }

    public static async Task<IResult> List(
        [FromQuery] string? limit, [FromQuery] string? cursor, HttpContext http,
        ProcessLists lists)
    {
        var errors = new FieldErrors();
        var page = PageRequest.Read(limit, cursor, errors);
        if (!errors.IsEmpty)
        {
            return errors.ToResult();
        }

        var filter = new ProcessFilter
        {
            Kind = ProcessKind.Order, Party = http.User.UserId(), Limit = page.Limit,
        };
        var (orders, next) = await lists.Read<OrderState>(filter, page, http.RequestAborted);
        return TypedResults.Json(
            new OrdersBody([.. orders.Select(OrderBody.Of)], next),
            ExchangeJson.Default.OrdersBody);
    }

    private static (OrderAsk? Ask, InputReader Input) ReadSwap(
        HttpContext http, CurrencyRegistry currencies, SwapRequest request)
    {
        var input = new InputReader(currencies, new FieldErrors());
        var user = input.Wallet("user_id", http.User.UserId());
        var from = input.Currency(request.FromCurrency, "from_currency");
        var to = input.Currency(request.ToCurrency, "to_currency");
        var amount = input.Amount(request.Amount, from);
        return (
            input.Errors.IsEmpty ? new OrderAsk(user, OrderType.Swap, from!, to!, amount) : null,
            input);
    }

    private static (OrderAsk? Ask, InputReader Input) ReadSpot(
        HttpContext http, CurrencyRegistry currencies, SpotRequest request)
    {
        var input = new InputReader(currencies, new FieldErrors());
        var user = input.Wallet("user_id", http.User.UserId());
        var (traded, quote) = ReadPair(input, request.Pair);
        if (request.Side is not ("buy" or "sell"))
        {
            input.Errors.Add("side", "must be buy or sell");
        }

        var amount = input.Amount(request.Amount, traded);
        var limit = request.LimitPrice.IsMissing
            ? null
            : input.Price(request.LimitPrice, "limit_price");
        if (!input.Errors.IsEmpty)
        {
            return (null, input);
        }

        var (from, to) = request.Side == "sell" ? (traded!, quote!) : (quote!, traded!);
        return (
            new OrderAsk(user, OrderType.Spot, from, to, amount) { LimitPrice = limit }, input);
    }

    private static (Currency? Traded, Currency? Quote) ReadPair(InputReader input, string? pair)
    {
        var parts = pair?.Split('/') ?? [];
        if (parts.Length != 2)
        {
            input.Errors.Add(
                "pair", pair is null ? "is required" : "must be two currencies: BTC/USDT");
            return (null, null);
        }

        return (input.Currency(parts[0], "pair"), input.Currency(parts[1], "pair"));
    }

    private static (OrderAsk? Ask, InputReader Input) ReadExpressBuy(
        HttpContext http, CurrencyRegistry currencies, ExpressBuyRequest request)
    {
        var input = new InputReader(currencies, new FieldErrors());
        var user = input.Wallet("user_id", http.User.UserId());
        var fiat = input.Currency(request.Fiat, "fiat");
        var bought = input.Currency(request.Currency);
        var amount = input.Amount(request.FiatAmount, fiat, "fiat_amount");
        return (
            input.Errors.IsEmpty
                ? new OrderAsk(user, OrderType.ExpressBuy, fiat!, bought!, amount)
                : null,
            input);
    }

    private static async Task<IResult> Open(
        HttpContext http, ProcessCalls calls, Market market, string operation,
        (OrderAsk? Ask, InputReader Input) read)
    {
        if (read.Ask is not { } ask)
        {
            return read.Input.Errors.ToResult();
        }

        var content =
            $"{ask.From} {ask.To} {ask.Amount} {ask.Amount.Currency} {ask.LimitPrice}";
        if (!RequestKey.TryRead(http, operation, content, out var key, out var problem))
        {
            return problem!;
        }

        var complete = await market.Complete(ask, http.RequestAborted);
        var by = http.User.AsUser();
        OrderAction action = operation == "swap-quote"
            ? new OrderAction.Quote(complete)
            {
                By = by, Request = key.Value, Fingerprint = key.Fingerprint,
            }
            : new OrderAction.Place(complete)
            {
                By = by, Request = key.Value, Fingerprint = key.Fingerprint,
            };
        return await calls.Act<OrderState>(
            http, key, new ProcessId(ProcessKind.Order, key.NewId("or-")), action, View);
    }

    // The fields besides the quote's id are optional, and checked against the quote.
    private static async Task<IResult> ExecuteQuote(
        HttpContext http, ProcessCalls calls, CurrencyRegistry currencies, SwapRequest request)
    {
        var input = new InputReader(currencies, new FieldErrors());
        var id = input.Process("quote_id", request.QuoteId, ProcessKind.Order);
        var needsFrom = request.FromCurrency is not null || !request.Amount.IsMissing;
        var from = needsFrom ? input.Currency(request.FromCurrency, "from_currency") : null;
        var to = request.ToCurrency is null
            ? null
            : input.Currency(request.ToCurrency, "to_currency");
        var amount = input.AmountOrNone(request.Amount, from);
        if (!input.Errors.IsEmpty)
        {
            return input.Errors.ToResult();
        }

        if (!RequestKey.TryRead(
            http, "swap-execute", $"{id.Value} {from} {to} {amount}", out var key,
            out var problem))
        {
            return problem!;
        }

        var action = new OrderAction.Execute(from, to, amount)
        {
            By = http.User.AsUser(), Request = key.Value, Fingerprint = key.Fingerprint,
        };
        return await calls.Act<OrderState>(http, key, id, action, View);
    }

    // Unreserving, too: nothing can come of it any more, and nothing of the user's is gone.
    private static IResult View(OrderState order) =>
        order is
        {
            Refusal: { } refusal, Status: OrderStatus.Unreserving or OrderStatus.Refused
        }
            ? ProcessProblems.Of(refusal, ProcessKind.Order)
            : TypedResults.Json(OrderBody.Of(order), ExchangeJson.Default.OrderBody);
}
