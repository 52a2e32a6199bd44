using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrleansWallet.Api.Json;
using OrleansWallet.Api.Processes;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Domain.AddressBook;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Api.Addresses;

/// <summary>The signed-in user's address book under <c>/api/addresses</c>.</summary>
public static class AddressEndpoints
{
    private const int LabelLengthMax = 100;

    public static IServiceCollection AddAddresses(this IServiceCollection services) =>
        services.AddProcessApi();

    public static IEndpointRouteBuilder MapAddresses(this IEndpointRouteBuilder routes)
    {
        var addresses = routes.MapGroup("/api/addresses").WithTags("Address book")
            .RequireAuthorization(Policies.SignedIn);
        addresses.MapGet("", List)
            .WithSummary("The address book, newest first")
            .Produces<AddressesBody>()
            .WithProblems(400, 503);
        addresses.MapPost("", Add)
            .WithSummary("A new address; money can go there after a waiting time")
            .Accepts<AddressRequest>("application/json")
            .Produces<AddressBody>(StatusCodes.Status201Created)
            .WithProblems(400, 409, 422, 503);
        addresses.MapDelete("/{id}", Remove)
            .WithSummary("Takes an address out of the book")
            .Produces(StatusCodes.Status204NoContent)
            .WithProblems(404, 503);
        return routes;
    }

    private static async Task<IResult> List(
        HttpContext http, ProcessCalls calls, string? limit, string? cursor)
    {
        var errors = new FieldErrors();
        var page = PageRequest.Read(limit, cursor, errors);
        if (!errors.IsEmpty)
        {
            return errors.ToResult();
        }

        var book = await calls.Get<AddressBookState>(BookOf(http), http.RequestAborted);
        var found = (book?.Addresses ?? [])
            .Where(a => page.BeforeNo is not { } before || a.No < before)
            .OrderByDescending(a => a.No).Take(page.Limit + 1).ToList();
        var next = found.Count > page.Limit ? PageRequest.Cursor(found[page.Limit - 1].No) : null;
        return TypedResults.Json(
            new AddressesBody([.. found.Take(page.Limit).Select(AddressBody.Of)], next),
            AddressJson.Default.AddressesBody);
    }

    private static async Task<IResult> Add(
        HttpContext http, ProcessCalls calls, CurrencyRegistry currencies)
    {
        var body = await BodyReader.Read(http, AddressJson.Default.AddressRequest);
        if (body.Value is not { } request)
        {
            return body.Problem!;
        }

        var input = new InputReader(currencies, new FieldErrors());
        var currency = input.Currency(request.Currency);
        var network = input.Network(request.Network);
        var address = input.Address(request.Address);
        var label = input.Text("label", request.Label, LabelLengthMax);
        if (!input.Errors.IsEmpty)
        {
            return input.Errors.ToResult();
        }

        if (!RequestKey.TryRead(
            http, "address", $"{currency}\n{network}\n{address}\n{label}", out var key,
            out var problem))
        {
            return problem!;
        }

        var id = key.NewId("adr_");
        var action = new AddressBookAction.Add(id, currency!.Code, network, address, label)
        {
            By = http.User.AsUser(),
            Request = key.Value,
            Fingerprint = key.Fingerprint,
        };
        return await calls.Act<AddressBookState>(http, key, BookOf(http), action, book =>
            book.Addresses.FirstOrDefault(a => a.Id == id) is { } added
                ? TypedResults.Json(
                    AddressBody.Of(added), AddressJson.Default.AddressBody,
                    statusCode: StatusCodes.Status201Created)
                : ProcessProblems.Of(
                    new ProcessRefusal(
                        ProcessRefusalCode.NotFound, "the address was removed since"),
                    ProcessKind.AddressBook));
    }

    private static async Task<IResult> Remove(HttpContext http, string id, ProcessCalls calls)
    {
        if (!RequestKey.TryRead(http, "address-remove", id, out var key, out var problem))
        {
            return problem!;
        }

        var action = new AddressBookAction.Remove(id)
        {
            By = http.User.AsUser(),
            Request = key.Value,
            Fingerprint = key.Fingerprint,
        };
        return await calls.Act<AddressBookState>(
            http, key, BookOf(http), action, static _ => TypedResults.NoContent());
    }

    private static ProcessId BookOf(HttpContext http) =>
        AddressBookState.IdOf(new WalletId(http.User.UserId()));
}
