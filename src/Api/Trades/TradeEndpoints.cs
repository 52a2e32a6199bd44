using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OrleansWallet.Api.Json;
using OrleansWallet.Api.Problems;
using OrleansWallet.Api.Processes;
using OrleansWallet.Api.Referrals;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Api.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Trades;
using OrleansWallet.Journal.Processes;

namespace OrleansWallet.Api.Trades;

/// <summary>Trades: made, moved on by their parties, listed.</summary>
internal static class TradeEndpoints
{
    private const int TextLengthMax = 2_000;

    private delegate TradeAction MakeAction(Actor by, RequestKey key);

    public static async Task<IResult> Create(
        HttpContext http, ProcessCalls calls, CurrencyRegistry currencies, KnownWallets known,
        ReferralBook referrals)
    {
        var body = await BodyReader.Read(http, TradeJson.Default.CreateTradeRequest);
        if (body.Value is not { } request)
        {
            return body.Problem!;
        }

        var input = new InputReader(currencies, new FieldErrors());
        return request.OfferId is not null
            ? await CreateOnOffer(http, calls, input, request, referrals)
            : await CreateBetween(http, calls, input, request, known, referrals);
    }

    public static Task<IResult> MarkPaid(
        HttpContext http, ProcessCalls calls, CurrencyRegistry currencies) =>
        Move(http, calls, currencies, "mark-paid", (input, request) =>
        {
            var proof = input.Text("proof", request.Proof, TextLengthMax);
            return (by, key) => new TradeAction.MarkPaid(proof)
            {
                By = by,
                Request = key.Value,
                Fingerprint = key.Fingerprint,
            };
        });

    public static Task<IResult> Release(
        HttpContext http, ProcessCalls calls, CurrencyRegistry currencies) =>
        Move(http, calls, currencies, "release", (_, _) => (by, key) => new TradeAction.Release
        {
            By = by,
            Request = key.Value,
            Fingerprint = key.Fingerprint,
        });

    public static Task<IResult> Cancel(
        HttpContext http, ProcessCalls calls, CurrencyRegistry currencies) =>
        Move(http, calls, currencies, "cancel", (input, request) =>
        {
            var reason = input.Text("reason", request.Reason, TextLengthMax);
            return (by, key) => new TradeAction.Cancel(reason)
            {
                By = by,
                Request = key.Value,
                Fingerprint = key.Fingerprint,
            };
        });

    public static Task<IResult> Dispute(
        HttpContext http, ProcessCalls calls, CurrencyRegistry currencies) =>
        Move(http, calls, currencies, "dispute", (input, request) =>
        {
            var reason = input.Text("reason", request.Reason, TextLengthMax);
            return (by, key) => new TradeAction.OpenDispute(reason)
            {
                By = by,
                Request = key.Value,
                Fingerprint = key.Fingerprint,
            };
        });

    public static Task<IResult> Evidence(
        HttpContext http, ProcessCalls calls, CurrencyRegistry currencies) =>
        Move(http, calls, currencies, "evidence", (input, request) =>
        {
            var text = input.Text("text", request.Text, TextLengthMax, required: true);
            return (by, key) => new TradeAction.AddEvidence(text!)
            {
                By = by,
                Request = key.Value,
                Fingerprint = key.Fingerprint,
            };
        });

    public static Task<IResult> Decide(
        HttpContext http, ProcessCalls calls, CurrencyRegistry currencies) =>
        Move(http, calls, currencies, "decide", (input, request) =>
        {
            var award = ReadAward(input, request.Award);
            var note = input.Text("note", request.Note, TextLengthMax);
            return (by, key) => new TradeAction.Decide(award, note)
            {
                By = by,
                Request = key.Value,
                Fingerprint = key.Fingerprint,
            };
        });

    public static Task<IResult> Settle(
        HttpContext http, ProcessCalls calls, CurrencyRegistry currencies) =>
        Move(http, calls, currencies, "settle", (input, request) =>
        {
            var award = ReadAward(input, request.Award);
            return (by, key) => new TradeAction.Settle(award)
            {
                By = by,
                Request = key.Value,
                Fingerprint = key.Fingerprint,
            };
        });

    public static Task<IResult> Appeal(
        HttpContext http, ProcessCalls calls, CurrencyRegistry currencies) =>
        Move(http, calls, currencies, "appeal", (input, request) =>
        {
            var reason = input.Text("reason", request.Reason, TextLengthMax);
            return (by, key) => new TradeAction.Appeal(reason)
            {
                By = by,
                Request = key.Value,
                Fingerprint = key.Fingerprint,
            };
        });

    public static Task<IResult> ReEscrow(
        HttpContext http, ProcessCalls calls, CurrencyRegistry currencies) =>
        Move(http, calls, currencies, "re-escrow", (_, _) => (by, key) => new TradeAction.ReEscrow
        {
            By = by,
            Request = key.Value,
            Fingerprint = key.Fingerprint,
        });

    public static async Task<IResult> Get(
        [FromRoute(Name = "trade_id")] string id, HttpContext http, ProcessCalls calls)
    {
        var (trade, problem) = await Find(http, calls, id);
        return problem ?? TypedResults.Json(TradeBody.Of(trade!), TradeJson.Default.TradeBody);
    }

    public static async Task<IResult> List(
        [FromQuery] string? status, [FromQuery(Name = "user_id")] string? userId,
        [FromQuery] string? limit, [FromQuery] string? cursor, HttpContext http,
        ProcessLists lists)
    {
        var errors = new FieldErrors();
        var page = PageRequest.Read(limit, cursor, errors);
        var statuses = status?.Split(',');
        if (statuses is not null && !Array.TrueForAll(statuses, TradeNames.IsStatus))
        {
            errors.Add("status", "must be statuses of trades with commas between them");
        }

        if (userId is not null && !IdText.IsValid(userId))
        {
            errors.Add("user_id", "is not a wallet's id");
        }

        if (!errors.IsEmpty)
        {
            return errors.ToResult();
        }

        var seesAll = http.User.IsAdmin() || http.User.IsService();
        if (!seesAll && userId is not null && userId != http.User.UserId())
        {
            return Forbidden();
        }

        var (trades, next) = await lists.Read<TradeState>(
            new ProcessFilter
            {
                Kind = ProcessKind.Trade,
                Party = seesAll ? userId : http.User.UserId(),
                Statuses = statuses,
                Limit = page.Limit,
            },
            page, http.RequestAborted);
        return TypedResults.Json(
            new TradesBody([.. trades.Select(TradeBody.Of)], next), TradeJson.Default.TradesBody);
    }

    /// <summary>The trade, if the caller may see it: its parties, services and admins.</summary>
    internal static async ValueTask<(TradeState? Trade, IResult? Problem)> Find(
        HttpContext http, ProcessCalls calls, string? id)
    {
        if (!IdText.IsValid(id))
        {
            return (null, NotFound(ProcessKind.Trade));
        }

        var trade = await calls.Get<TradeState>(
            new ProcessId(ProcessKind.Trade, id!), http.RequestAborted);
        return trade switch
        {
            null => (null, NotFound(ProcessKind.Trade)),
            _ when trade.SideOf(http.User.UserId()) is null
                && !http.User.IsAdmin() && !http.User.IsService() => (null, Forbidden()),
            _ => (trade, null),
        };
    }

    internal static IResult NotFound(ProcessKind kind) => ProcessProblems.Of(
        new ProcessRefusal(ProcessRefusalCode.NotFound, "there is none with this id"), kind);

    internal static IResult Forbidden() => Problem.Of(
        StatusCodes.Status403Forbidden, ProblemCodes.Forbidden, "Not allowed",
        "only the parties may do that");

    private static async Task<IResult> CreateOnOffer(
        HttpContext http, ProcessCalls calls, InputReader input, CreateTradeRequest request,
        ReferralBook referrals)
    {
        var offerId = input.Process("offer_id", request.OfferId, ProcessKind.Offer);
        var caller = input.Wallet("user_id", http.User.UserId());
        if (!input.Errors.IsEmpty)
        {
            return input.Errors.ToResult();
        }

        if (await calls.Get<OfferState>(offerId, http.RequestAborted) is not { } offer
            || offer.Status == OfferStatus.Draft)
        {
            return NotFound(ProcessKind.Offer);
        }

        var amount = input.Amount(request.Amount, offer.Used.Currency);
        if (!input.Errors.IsEmpty)
        {
            return input.Errors.ToResult();
        }

        var sells = offer.Side == TradeSide.Seller;
        var create = new TradeAction.Create(
            sells ? offer.Owner : caller, sells ? caller : offer.Owner, amount, offer.Fiat,
            offer.Terms.Price)
        {
            Offer = offerId,
            By = http.User.AsUser(),
            Request = 0,
        };
        return await Begin(http, calls, create, $"{offerId.Value} {amount}", referrals);
    }

    private static async Task<IResult> CreateBetween(
        HttpContext http, ProcessCalls calls, InputReader input, CreateTradeRequest request,
        KnownWallets known, ReferralBook referrals)
    {
        if (!http.User.IsService())
        {
            return request.SellerId is null && request.BuyerId is null
                ? FieldErrors.Of("offer_id", "is required")
                : Forbidden();
        }

        var seller = input.Wallet("seller_id", request.SellerId);
        var buyer = input.Wallet("buyer_id", request.BuyerId);
        var currency = input.Currency(request.Currency);
        var amount = input.Amount(request.Amount, currency);
        var fiat = input.Fiat(request.Fiat);
        var price = input.Price(request.Price);
        if (!input.Errors.IsEmpty)
        {
            return input.Errors.ToResult();
        }

        if (!await known.IsKnown(seller, http.RequestAborted)
            || !await known.IsKnown(buyer, http.RequestAborted))
        {
            return KnownWallets.NotFound();
        }

        var create = new TradeAction.Create(seller, buyer, amount, fiat, price)
        {
            By = http.User.AsActor(),
            Request = 0,
        };
        return await Begin(
            http, calls, create, $"{seller} {buyer} {currency} {amount} {fiat} {price}", referrals);
    }

    private static async Task<IResult> Begin(
        HttpContext http, ProcessCalls calls, TradeAction.Create create, string content,
        ReferralBook referrals)
    {
        if (!RequestKey.TryRead(http, "trade-create", content, out var key, out var problem))
        {
            return problem!;
        }

        return await calls.Act<TradeState>(
            http, key, new ProcessId(ProcessKind.Trade, key.NewId("tr-")),
            create with
            {
                Request = key.Value,
                Fingerprint = key.Fingerprint,
                // The buyer's part pays the fee.
                Referrer = await referrals.ReferrerOf(create.Buyer, http.RequestAborted),
            },
            trade => trade is { Refusal: { } refusal, Status: TradeStatus.Rejected }
                ? ProcessProblems.Of(refusal, ProcessKind.Offer)
                : TypedResults.Json(
                    TradeBody.Of(trade), TradeJson.Default.TradeBody, null,
                    StatusCodes.Status201Created));
    }

    private static async Task<IResult> Move(
        HttpContext http, ProcessCalls calls, CurrencyRegistry currencies, string operation,
        Func<InputReader, TradeRequest, MakeAction> read)
    {
        var body = await BodyReader.Read(http, TradeJson.Default.TradeRequest);
        if (body.Value is not { } request)
        {
            return body.Problem!;
        }

        var input = new InputReader(currencies, new FieldErrors());
        var id = input.Process("trade_id", request.TradeId, ProcessKind.Trade);
        var make = read(input, request);
        if (!input.Errors.IsEmpty)
        {
            return input.Errors.ToResult();
        }

        var content = $"{id.Value} {request.Award} {request.Text} {request.Proof}";
        if (!RequestKey.TryRead(http, operation, content, out var key, out var problem))
        {
            return problem!;
        }

        var by = operation is "decide" or "evidence" ? http.User.AsActor() : http.User.AsUser();
        return await calls.Act<TradeState>(http, key, id, make(by, key), trade =>
            trade is { Refusal: { } refusal, Status: not (TradeStatus.Completed or TradeStatus.Cancelled) }
                ? ProcessProblems.Of(refusal, ProcessKind.Trade)
                : TypedResults.Json(TradeBody.Of(trade), TradeJson.Default.TradeBody));
    }

    private static TradeSide ReadAward(InputReader input, string? text)
    {
        if (text is not ("buyer" or "seller"))
        {
            input.Errors.Add("award", "must be buyer or seller");
        }

        return text == "buyer" ? TradeSide.Buyer : TradeSide.Seller;
    }
}
