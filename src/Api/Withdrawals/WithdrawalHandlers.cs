using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OrleansWallet.Api.Json;
using OrleansWallet.Api.Processes;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Domain.AddressBook;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Withdrawals;
using OrleansWallet.Journal.Processes;

namespace OrleansWallet.Api.Withdrawals;

/// <summary>The calls of withdrawals.</summary>
internal static class WithdrawalHandlers
{
    public static async Task<IResult> Request(
        HttpContext http, ProcessCalls calls, CurrencyRegistry currencies)
    {
        var body = await BodyReader.Read(http, WithdrawalJson.Default.WithdrawalRequest);
        if (body.Value is not { } request)
        {
            return body.Problem!;
        }

        var input = new InputReader(currencies, new FieldErrors());
        var user = input.Wallet("user_id", http.User.UserId());
        var amount = input.Amount(request.Amount, input.Currency(request.Currency));
        var address = input.Address(request.Address);
        var network = input.Network(request.Network);
        if (!input.Errors.IsEmpty)
        {
            return input.Errors.ToResult();
        }

        if (!RequestKey.TryRead(
            http, "withdrawal", $"{amount} {amount.Currency}\n{network}\n{address}", out var key,
            out var problem))
        {
            return problem!;
        }

        var book = await calls.Get<AddressBookState>(
            AddressBookState.IdOf(user), http.RequestAborted);
        var entry = book?.Find(amount.Currency.Code, network, address);
        var action = new WithdrawalAction.Create(
            user, amount, network ?? entry?.Network, address, entry?.UsableFrom)
        {
            By = http.User.AsUser(),
            Request = key.Value,
            Fingerprint = key.Fingerprint,
        };
        var id = new ProcessId(ProcessKind.Withdrawal, key.NewId("wd_"));
        return await calls.Act<WithdrawalState>(http, key, id, action, Created);
    }

    public static Task<IResult> Approve(HttpContext http, ProcessCalls calls) =>
        Decide(http, calls, "withdrawal-approve", (note, by, key) =>
            new WithdrawalAction.Approve(note)
            {
                By = by,
                Request = key.Value,
                Fingerprint = key.Fingerprint,
            });

    public static Task<IResult> Reject(HttpContext http, ProcessCalls calls) =>
        Decide(http, calls, "withdrawal-reject", (note, by, key) =>
            new WithdrawalAction.Reject(note)
            {
                By = by,
                Request = key.Value,
                Fingerprint = key.Fingerprint,
            });

    public static async Task<IResult> Cancel(HttpContext http, string id, ProcessCalls calls)
    {
        if (!TryRead(id, out var process, out var problem)
            || !RequestKey.TryRead(http, "withdrawal-cancel", id, out var key, out problem))
        {
            return problem!;
        }

        var action = new WithdrawalAction.Cancel
        {
            By = http.User.AsUser(),
            Request = key.Value,
            Fingerprint = key.Fingerprint,
        };
        return await calls.Act<WithdrawalState>(http, key, process, action, View);
    }

    public static async Task<IResult> Get(HttpContext http, string id, ProcessCalls calls)
    {
        if (!TryRead(id, out var process, out var problem))
        {
            return problem!;
        }

        var state = await calls.Get<WithdrawalState>(process, http.RequestAborted);
        return state switch
        {
            null => ProcessProblems.Of(
                new ProcessRefusal(
                    ProcessRefusalCode.NotFound, "there is no such withdrawal"), process.Kind),
            _ when state.User.Value != http.User.UserId() && !http.User.IsAdmin() =>
                ProcessProblems.Of(
                    new ProcessRefusal(
                        ProcessRefusalCode.NotAllowed, "it is somebody else's"), process.Kind),
            _ => View(state),
        };
    }

    public static async Task<IResult> List(
        HttpContext http, ProcessLists lists, string? limit, string? cursor, string? status,
        [FromQuery(Name = "user_id")] string? userId)
    {
        var errors = new FieldErrors();
        var page = PageRequest.Read(limit, cursor, errors);
        var statuses = status is null
            ? null
            : Enum.GetValues<WithdrawalStatus>().Select(WithdrawalNames.Of)
                .Where(name => WithdrawalBody.NameOf(name) == status).ToArray();
        if (statuses is [])
        {
            errors.Add("status", "is not a withdrawal's status");
        }

        if (!errors.IsEmpty)
        {
            return errors.ToResult();
        }

        var filter = new ProcessFilter
        {
            Kind = ProcessKind.Withdrawal,
            Party = http.User.IsAdmin() ? userId : http.User.UserId(),
            Statuses = statuses,
            Limit = page.Limit,
        };
        var (items, next) = await lists.Read<WithdrawalState>(filter, page, http.RequestAborted);
        return TypedResults.Json(
            new WithdrawalsBody([.. items.Select(WithdrawalBody.Of)], next),
            WithdrawalJson.Default.WithdrawalsBody);
    }

    private static async Task<IResult> Decide(
        HttpContext http, ProcessCalls calls, string operation,
        Func<string?, Actor, RequestKey, WithdrawalAction> action)
    {
        var body = await BodyReader.Read(http, WithdrawalJson.Default.WithdrawalDecisionRequest);
        if (body.Value is not { } request)
        {
            return body.Problem!;
        }

        var input = new InputReader(CurrencyRegistry.Default, new FieldErrors());
        var id = input.Process("withdrawal_id", request.WithdrawalId, ProcessKind.Withdrawal);
        var note = input.Note(request.Note);
        if (!input.Errors.IsEmpty)
        {
            return input.Errors.ToResult();
        }

        return RequestKey.TryRead(
            http, operation, $"{id.Value}\n{note}", out var key, out var problem)
            ? await calls.Act<WithdrawalState>(
                http, key, id, action(note, http.User.AsActor(), key), View)
            : problem!;
    }

    private static bool TryRead(string id, out ProcessId process, out IResult? problem)
    {
        var input = new InputReader(CurrencyRegistry.Default, new FieldErrors());
        process = input.Process("id", id, ProcessKind.Withdrawal);
        problem = input.Errors.IsEmpty ? null : input.Errors.ToResult();
        return problem is null;
    }

    private static IResult Created(WithdrawalState state) =>
        state is { Status: WithdrawalStatus.Refused, Refusal: { } refusal }
            ? ProcessProblems.Of(refusal, state.Id.Kind)
            : TypedResults.Json(
                WithdrawalBody.Of(state), WithdrawalJson.Default.WithdrawalBody,
                statusCode: StatusCodes.Status201Created);

    private static IResult View(WithdrawalState state) =>
        TypedResults.Json(WithdrawalBody.Of(state), WithdrawalJson.Default.WithdrawalBody);
}
