using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OrleansWallet.Api.Json;
using OrleansWallet.Api.Processes;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.TopUps;
using OrleansWallet.Journal.Processes;

namespace OrleansWallet.Api.TopUps;

/// <summary>The calls of top-ups.</summary>
internal static class TopUpHandlers
{
    private const string CurrencyDefault = "USD";

    public static async Task<IResult> Create(
        HttpContext http, ProcessCalls calls, CurrencyRegistry currencies, IUserDirectory users)
    {
        var body = await BodyReader.Read(http, TopUpJson.Default.TopUpRequest);
        if (body.Value is not { } request)
        {
            return body.Problem!;
        }

        var code = request.Currency
            ?? (await users.Find(http.User.UserId(), http.RequestAborted))?.DisplayCurrency
            ?? CurrencyDefault;
        var input = new InputReader(currencies, new FieldErrors());
        var user = input.Wallet("user_id", http.User.UserId());
        var amount = input.Amount(request.Amount, input.Currency(code));
        var description = input.Note(request.Description, "description");
        if (!input.Errors.IsEmpty)
        {
            return input.Errors.ToResult();
        }

        if (!RequestKey.TryRead(
            http, "topup", $"{amount} {amount.Currency}\n{description}", out var key,
            out var problem))
        {
            return problem!;
        }

        var action = new TopUpAction.Create(user, amount, description)
        {
            By = http.User.AsUser(),
            Request = key.Value,
            Fingerprint = key.Fingerprint,
        };
        var id = new ProcessId(ProcessKind.TopUp, key.NewId("topup_"));
        return await calls.Act<TopUpState>(
            http, key, id, action, state => View(state, StatusCodes.Status201Created));
    }

    public static async Task<IResult> Process(HttpContext http, string id, ProcessCalls calls)
    {
        var body = await BodyReader.Read(http, TopUpJson.Default.TopUpProcessRequest);
        if (body.Value is not { } request)
        {
            return body.Problem!;
        }

        var input = new InputReader(CurrencyRegistry.Default, new FieldErrors());
        var process = input.Process("id", id, ProcessKind.TopUp);
        var notes = input.Note(request.AdminNotes, "admin_notes");
        if (request.Status is not ("success" or "failed"))
        {
            input.Errors.Add("status", "must be success or failed");
        }

        if (!input.Errors.IsEmpty)
        {
            return input.Errors.ToResult();
        }

        if (!RequestKey.TryRead(
            http, "topup-process", $"{id}\n{request.Status}\n{notes}", out var key,
            out var problem))
        {
            return problem!;
        }

        var action = new TopUpAction.Process(request.Status == "success", notes)
        {
            By = http.User.AsActor(),
            Request = key.Value,
            Fingerprint = key.Fingerprint,
        };
        return await calls.Act<TopUpState>(
            http, key, process, action, state => View(state, StatusCodes.Status200OK));
    }

    public static async Task<IResult> List(
        HttpContext http, ProcessLists lists, string? limit, string? cursor, string? status,
        [FromQuery(Name = "user_id")] string? userId)
    {
        var errors = new FieldErrors();
        var page = PageRequest.Read(limit, cursor, errors);
        if (status is not (null or "pending" or "success" or "failed"))
        {
            errors.Add("status", "must be pending, success or failed");
        }

        if (!errors.IsEmpty)
        {
            return errors.ToResult();
        }

        var filter = new ProcessFilter
        {
            Kind = ProcessKind.TopUp,
            Party = http.User.IsAdmin() ? userId : http.User.UserId(),
            Statuses = status switch
            {
                null => null,
                "pending" => [status, TopUpState.NameOf(TopUpStatus.Crediting)],
                _ => [status],
            },
            Limit = page.Limit,
        };
        var (items, next) = await lists.Read<TopUpState>(filter, page, http.RequestAborted);
        return TypedResults.Json(
            new TopUpsBody([.. items.Select(TopUpBody.Of)], next), TopUpJson.Default.TopUpsBody);
    }

    private static JsonHttpResult<TopUpBody> View(TopUpState state, int statusCode) =>
        TypedResults.Json(
            TopUpBody.Of(state), TopUpJson.Default.TopUpBody, statusCode: statusCode);
}
