using Microsoft.AspNetCore.Http;
using OrleansWallet.Api.Json;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Api.Wallets;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Api.TokenWallet;

/// <summary>The signed-in user's own wallet: reading it, and how it is shown.</summary>
internal static class SettingsEndpoint
{
    private const int NetworkLengthMax = 64;

    public static async Task<IResult> Get(
        HttpContext http, IUserDirectory users, TokenWalletReader reader)
    {
        var user = await users.Find(http.User.UserId(), http.RequestAborted);
        return user is null
            ? KnownWallets.NotFound()
            : TypedResults.Json(
                await reader.Read(user, http.RequestAborted),
                TokenWalletJson.Default.TokenWalletBody);
    }

    /// <summary>Changes what is given, and answers as <see cref="Get"/>.</summary>
    public static async Task<IResult> Patch(
        HttpContext http, IUserDirectory users, TokenWalletReader reader,
        CurrencyRegistry currencies)
    {
        var body = await BodyReader.Read(http, TokenWalletJson.Default.SettingsRequest);
        if (body.Value is not { } request)
        {
            return body.Problem!;
        }

        var input = new InputReader(currencies, new FieldErrors());
        var currency = request.DisplayCurrency is { } code
            ? input.Currency(code, "display_currency")
            : null;
        var data = input.JsonObject(request.Data, "data");
        if (request.Network is { } network
            && (network.Length > NetworkLengthMax || !CanonicalJson.IsStorable(network)))
        {
            input.Errors.Add(
                "network", $"must be at most {NetworkLengthMax} characters without NUL");
        }

        if (!input.Errors.IsEmpty)
        {
            return input.Errors.ToResult();
        }

        var userId = http.User.UserId();
        if (await users.Find(userId, http.RequestAborted) is null)
        {
            return KnownWallets.NotFound();
        }

        await users.Update(userId, currency?.Code, request.Network, data, http.RequestAborted);
        return await Get(http, users, reader);
    }
}
