using Microsoft.AspNetCore.Http;
using OrleansWallet.Api.Json;
using OrleansWallet.Api.Processes;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Api.Wallets;
using OrleansWallet.Domain.Deposits;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Grains.Payments;
using OrleansWallet.Journal.Processes;

namespace OrleansWallet.Api.Deposits;

/// <summary>The calls of deposits.</summary>
internal static class DepositHandlers
{
    // The member of the state by which lists find a user's own.
    private const string UserMember = "user";

    public static async Task<IResult> Create(
        HttpContext http, DepositOffers offers, CurrencyRegistry currencies)
    {
        var body = await BodyReader.Read(http, DepositJson.Default.CreateDepositRequest);
        if (body.Value is not { } request)
        {
            return body.Problem!;
        }

        var input = new InputReader(currencies, new FieldErrors());
        var user = input.Wallet("user_id", http.User.UserId());
        var currency = input.Currency(request.Currency);
        var amount = input.AmountOrNone(request.Amount, currency);
        if (!input.Errors.IsEmpty)
        {
            return input.Errors.ToResult();
        }

        return RequestKey.TryRead(
            http, "create-deposit", $"{currency}\n{amount}", out var key, out var problem)
            ? await offers.Make(http, key, user, currency!, amount)
            : problem!;
    }

    public static Task<IResult> TakeIpn(HttpContext http, IpnReceiver receiver) =>
        receiver.Receive(http);

    public static Task<IResult> List(
        HttpContext http, ProcessLists lists, string? limit, string? cursor) =>
        List(http, lists, limit, cursor, filter => filter with
        {
            Members = new Dictionary<string, string> { [UserMember] = http.User.UserId() },
        });

    public static Task<IResult> ListParked(
        HttpContext http, ProcessLists lists, string? limit, string? cursor) =>
        List(http, lists, limit, cursor, filter => filter with
        {
            Statuses = [DepositNames.Parked],
        });

    public static async Task<IResult> Resolve(
        HttpContext http, string id, ProcessCalls calls, KnownWallets known,
        IPaymentProvider provider)
    {
        var body = await BodyReader.Read(http, DepositJson.Default.ResolveDepositRequest);
        if (body.Value is not { } request)
        {
            return body.Problem!;
        }

        var input = new InputReader(CurrencyRegistry.Default, new FieldErrors());
        var process = input.Process("id", id, ProcessKind.Deposit);
        var note = request.Reject
            ? input.Text("note", request.Note, CommandContext.NoteLengthMax, required: true)
            : input.Note(request.Note);
        if (request.Reject == (request.UserId is not null))
        {
            input.Errors.Add("user_id", "or reject is required, and not both");
        }

        var user = request.Reject ? default : input.Wallet("user_id", request.UserId);
        if (!input.Errors.IsEmpty)
        {
            return input.Errors.ToResult();
        }

        if (!RequestKey.TryRead(
            http, "deposit-resolve", $"{id}\n{request.UserId}\n{request.Reject}\n{note}",
            out var key, out var problem))
        {
            return problem!;
        }

        var by = http.User.AsActor();
        if (request.Reject)
        {
            var reject = new DepositAction.Reject(note)
            {
                By = by,
                Request = key.Value,
                Fingerprint = key.Fingerprint,
            };
            return await calls.Act<DepositState>(http, key, process, reject, View);
        }

        if (user.IsSystem || !await known.IsKnown(user, http.RequestAborted))
        {
            return KnownWallets.NotFound();
        }

        var state = await calls.Get<DepositState>(process, http.RequestAborted);
        var resolve = new DepositAction.Resolve(user, PaidNow(state, provider))
        {
            By = by,
            Request = key.Value,
            Fingerprint = key.Fingerprint,
        };
        return await calls.Act<DepositState>(http, key, process, resolve, View);
    }

    // A currency may have been configured since the payment was parked.
    private static Amount? PaidNow(DepositState? state, IPaymentProvider provider) => state switch
    {
        { Paid: { } paid } => paid,
        { ActuallyPaid: { } text } when provider.FindCurrency(state.PayCurrency) is { } currency
            && Amount.TryParse(text, currency, out var amount) == AmountError.None => amount,
        _ => null,
    };

    private static async Task<IResult> List(
        HttpContext http, ProcessLists lists, string? limit, string? cursor,
        Func<ProcessFilter, ProcessFilter> which)
    {
        var errors = new FieldErrors();
        var page = PageRequest.Read(limit, cursor, errors);
        if (!errors.IsEmpty)
        {
            return errors.ToResult();
        }

        var filter = which(new ProcessFilter { Kind = ProcessKind.Deposit, Limit = page.Limit });
        var (items, next) = await lists.Read<DepositState>(filter, page, http.RequestAborted);
        return TypedResults.Json(
            new DepositsBody([.. items.Select(DepositBody.Of)], next),
            DepositJson.Default.DepositsBody);
    }

    private static IResult View(DepositState state) =>
        TypedResults.Json(DepositBody.Of(state), DepositJson.Default.DepositBody);
}
