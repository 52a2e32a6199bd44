using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OrleansWallet.Api.Json;
using OrleansWallet.Api.Processes;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Trades;
using OrleansWallet.Journal.Processes;

namespace OrleansWallet.Api.Trades;

/// <summary>Offers: made, found and changed.</summary>
internal static class OfferEndpoints
{
    private const int MethodsMax = 20;
    private const int MethodLengthMax = 64;
    private const int TextLengthMax = 2_000;

    public static async Task<IResult> Create(
        HttpContext http, ProcessCalls calls, CurrencyRegistry currencies)
    {
        var body = await BodyReader.Read(http, TradeJson.Default.OfferRequest);
        if (body.Value is not { } request)
        {
            return body.Problem!;
        }

        var input = new InputReader(currencies, new FieldErrors());
        var owner = input.Wallet("user_id", http.User.UserId());
        var side = ReadSide(input, request.Side);
        var currency = input.Currency(request.Currency);
        var fiat = input.Fiat(request.Fiat);
        var terms = new OfferTerms(
            input.Price(request.Price), input.Amount(request.Min, currency, "min"),
            input.Amount(request.Max, currency, "max"), input.Amount(request.Amount, currency),
            ReadMethods(input, request.PaymentMethods ?? []),
            input.Text("terms", request.Terms, TextLengthMax));
        var status = ReadStatus(input, request.Status) ?? OfferStatus.Live;
        if (!input.Errors.IsEmpty)
        {
            return input.Errors.ToResult();
        }

        var content = $"{side} {currency} {fiat} {status} {Describe(terms)}";
        if (!RequestKey.TryRead(http, "offer-create", content, out var key, out var problem))
        {
            return problem!;
        }

        return await calls.Act<OfferState>(
            http, key, new ProcessId(ProcessKind.Offer, key.NewId("of-")),
            new OfferAction.Create(owner, side, currency!, fiat, terms, status)
            {
                By = http.User.AsUser(),
                Request = key.Value,
                Fingerprint = key.Fingerprint,
            },
            offer => TypedResults.Json(
                OfferBody.Of(offer), TradeJson.Default.OfferBody, null,
                StatusCodes.Status201Created));
    }

    public static async Task<IResult> Change(
        [FromRoute(Name = "offer_id")] string id, HttpContext http, ProcessCalls calls,
        CurrencyRegistry currencies)
    {
        var body = await BodyReader.Read(http, TradeJson.Default.OfferRequest);
        if (body.Value is not { } request)
        {
            return body.Problem!;
        }

        var input = new InputReader(currencies, new FieldErrors());
        var offerId = input.Process("id", id, ProcessKind.Offer);
        var offer = input.Errors.IsEmpty
            ? await calls.Get<OfferState>(offerId, http.RequestAborted)
            : null;
        if (offer is null)
        {
            return TradeEndpoints.NotFound(ProcessKind.Offer);
        }

        var terms = Merge(input, request, offer);
        var status = ReadStatus(input, request.Status);
        RefuseFixed(input, request, offer);
        if (!input.Errors.IsEmpty)
        {
            return input.Errors.ToResult();
        }

        var content = $"{id} {status} {Describe(terms)}";
        if (!RequestKey.TryRead(http, "offer-change", content, out var key, out var problem))
        {
            return problem!;
        }

        return await calls.Act<OfferState>(
            http, key, offerId,
            new OfferAction.Change(terms, status)
            {
                By = http.User.AsActor(),
                Request = key.Value,
                Fingerprint = key.Fingerprint,
            },
            changed => TypedResults.Json(OfferBody.Of(changed), TradeJson.Default.OfferBody));
    }

    public static async Task<IResult> List(
        [FromQuery] string? side, [FromQuery] string? currency, [FromQuery] string? fiat,
        [FromQuery(Name = "payment_method")] string? paymentMethod, [FromQuery] string? mine,
        [FromQuery] string? limit, [FromQuery] string? cursor, HttpContext http,
        ProcessLists lists, CurrencyRegistry currencies)
    {
        var input = new InputReader(currencies, new FieldErrors());
        var page = PageRequest.Read(limit, cursor, input.Errors);
        var members = new Dictionary<string, string>();
        if (side is not null)
        {
            members["side"] = ReadSide(input, side) == TradeSide.Seller ? "seller" : "buyer";
        }

        if (currency is not null)
        {
            members["currency"] = input.Currency(currency)?.Code ?? "";
        }

        if (fiat is not null)
        {
            members["fiat"] = input.Fiat(fiat);
        }

        paymentMethod = input.Text("payment_method", paymentMethod, MethodLengthMax);
        if (!input.Errors.IsEmpty)
        {
            return input.Errors.ToResult();
        }

        var own = mine is "true" or "1";
        var (offers, next) = await lists.Read<OfferState>(
            new ProcessFilter
            {
                Kind = ProcessKind.Offer,
                Party = own ? http.User.UserId() : null,
                Statuses = own ? null : [OfferState.NameOf(OfferStatus.Live)],
                Members = members,
                Contains = paymentMethod is null ? null : ("payment_methods", paymentMethod),
                Limit = page.Limit,
            },
            page, http.RequestAborted);
        return TypedResults.Json(
            new OffersBody([.. offers.Select(OfferBody.Of)], next), TradeJson.Default.OffersBody);
    }

    private static OfferTerms Merge(InputReader input, OfferRequest request, OfferState offer)
    {
        var (terms, currency) = (offer.Terms, offer.Used.Currency);
        return new OfferTerms(
            request.Price.IsMissing ? terms.Price : input.Price(request.Price),
            input.AmountOrNone(request.Min, currency, "min") ?? terms.Min,
            input.AmountOrNone(request.Max, currency, "max") ?? terms.Max,
            input.AmountOrNone(request.Amount, currency) ?? terms.Amount,
            request.PaymentMethods is { } methods
                ? ReadMethods(input, methods)
                : terms.PaymentMethods,
            input.Text("terms", request.Terms, TextLengthMax) ?? terms.Text);
    }

    private static void RefuseFixed(InputReader input, OfferRequest request, OfferState offer)
    {
        if (request.Side is not null && ReadSide(input, request.Side) != offer.Side)
        {
            input.Errors.Add("side", "can't change");
        }

        if (request.Currency is not null && request.Currency != offer.Currency)
        {
            input.Errors.Add("currency", "can't change");
        }

        if (request.Fiat is not null && request.Fiat != offer.Fiat)
        {
            input.Errors.Add("fiat", "can't change");
        }
    }

    private static TradeSide ReadSide(InputReader input, string? text)
    {
        if (text is not ("sell" or "buy"))
        {
            input.Errors.Add("side", "must be sell or buy");
        }

        return text == "buy" ? TradeSide.Buyer : TradeSide.Seller;
    }

    private static OfferStatus? ReadStatus(InputReader input, string? text)
    {
        switch (text)
        {
            case null:
                return null;
            case "draft":
                return OfferStatus.Draft;
            case "live":
                return OfferStatus.Live;
            case "paused":
                return OfferStatus.Paused;
            case "closed":
                return OfferStatus.Closed;
            default:
                input.Errors.Add("status", "must be draft, live, paused or closed");
                return null;
        }
    }

    private static ImmutableArray<string> ReadMethods(
        InputReader input, IReadOnlyList<string?> methods)
    {
        if (methods.Count is 0 or > MethodsMax)
        {
            input.Errors.Add("payment_methods", $"must name 1 to {MethodsMax} methods");
        }

        foreach (var method in methods)
        {
            input.Text("payment_methods", method ?? "", MethodLengthMax, required: true);
        }

        return [.. methods.Take(MethodsMax).Select(m => m ?? "").Distinct(StringComparer.Ordinal)];
    }

    private static string Describe(OfferTerms t) =>
        $"{t.Price} {t.Min} {t.Max} {t.Amount} {string.Join('|', t.PaymentMethods)} {t.Text}";
}
