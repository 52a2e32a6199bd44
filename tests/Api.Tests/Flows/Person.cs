using System.Net.Http.Json;
using System.Text.Json;

namespace OrleansWallet.Api.Tests.Flows;

/// <summary>Somebody who is signed in, with his calls.</summary>
public sealed class Person(TestGrid grid, SignedIn user)
{
    public string Id => user.UserId;

    public static async Task<Person> SignIn(TestGrid grid, string role = "user") =>
        new(grid, await grid.SignIn(role));

    public Task<Answer> Get(string path) => Send(HttpMethod.Get, path, null, null);

    public Task<Answer> Post(string path, object body, string? key = null) =>
        Send(HttpMethod.Post, path, body, key);

    public Task<Answer> Patch(string path, object body) => Send(HttpMethod.Patch, path, body, null);

    /// <summary>What is available and locked in a currency, e.g. <c>1.5/0</c>.</summary>
    public async Task<string> Balance(string currency, string account = "spot") =>
        await BalanceOf(Id, currency, account);

    public async Task<string> BalanceOf(string user, string currency, string account = "spot")
    {
        var answer = await Get($"/api/wallets/balances/{user}");
        foreach (var balance in answer.Json.GetProperty("balances").EnumerateArray())
        {
            if (balance.GetProperty("currency").GetString() == currency
                && balance.GetProperty("account").GetString() == account)
            {
                return Number(balance, "available_balance") + "/" + Number(balance, "locked_balance");
            }
        }

        return "0/0";
    }

    private async Task<Answer> Send(HttpMethod method, string path, object? body, string? key)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var answer = await grid.Send(request, user.AccessToken);
        var text = await answer.Content.ReadAsStringAsync();
        var json = text.Length > 0 ? JsonDocument.Parse(text).RootElement : default;
        return new Answer((int)answer.StatusCode, json, answer.Headers.Contains("Idempotency-Replayed"));
    }

    private static string Number(JsonElement balance, string name)
    {
        var text = balance.GetProperty(name).GetString()!;
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }
}
