using System.Text.Json;
using System.Text.RegularExpressions;
using OrleansWallet.Api.SignIn;

namespace OrleansWallet.Api.Tests.Requests;

/// <summary>People who are signed in and what one of them has; the values of samples.</summary>
public sealed partial class Scene
{
    private readonly Dictionary<string, string> _values;
    private readonly Dictionary<string, string> _tokens;
    private readonly string _prefix = Guid.NewGuid().ToString("N");
    private readonly SignedIn _admin;
    private readonly SignedIn _service;
    private int _count;

    private Scene(
        Dictionary<string, string> values, Dictionary<string, string> tokens, SignedIn admin,
        SignedIn service) =>
        (_values, _tokens, _admin, _service) = (values, tokens, admin, service);

    /// <summary>
    /// Two users with money, the first with a hold and a key that was used, and the staff.
    /// </summary>
    /// <param name="grid">Where.</param>
    /// <param name="earlier">A scene whose staff still has valid tokens.</param>
    public static async Task<Scene> Create(TestGrid grid, Scene? earlier = null)
    {
        var self = await grid.SignIn();
        var other = await grid.SignIn();
        var admin = earlier?._admin ?? await grid.SignIn(Caller.AdminRole);
        var service = earlier?._service ?? await grid.SignIn(Caller.ServiceRole);
        var key = Guid.NewGuid().ToString("N");
        var credit = await Credit(grid, service, self, key, "5");
        await Credit(grid, service, self, null, "1000");
        await Credit(grid, service, other, null, "1000");
        await Call(grid, service, $"/api/wallets/{self.UserId}/lock", null, new
        {
            currency = "USD",
            amount = "10",
            lock_type = "trade",
            reference_id = "hold",
        });
        var offer = await Call(grid, self, "/api/p2p/offers", null, new
        {
            side = "sell",
            currency = "USD",
            fiat = "EUR",
            price = "0.9",
            min = "1",
            max = "5",
            amount = "5",
            payment_methods = new[] { "sepa" },
            status = "draft",
        });
        var bought = await Trade(grid, service, other, self);
        var sold = await Trade(grid, service, self, other);
        return new Scene(
            new(StringComparer.Ordinal)
            {
                ["id"] = "none",
                ["trade_id"] = bought,
                ["order_id"] = "none",
                ["offer_id"] = offer.GetProperty("offer_id").GetString()!,
                ["bought"] = bought,
                ["sold"] = sold,
                ["user_id"] = self.UserId,
                ["other"] = other.UserId,
                ["email"] = self.Email,
                ["password"] = TestGrid.Password,
                ["refresh"] = self.RefreshToken,
                ["hold"] = "hold",
                ["key"] = key,
                ["transaction_id"] = credit.GetProperty("transaction_id").GetString()!,
                ["documentName"] = "v1",
            },
            new(StringComparer.Ordinal)
            {
                [Roles.Self] = self.AccessToken,
                [Roles.Other] = other.AccessToken,
                [Roles.Admin] = admin.AccessToken,
                [Roles.Service] = service.AccessToken,
            },
            admin, service);
    }

    /// <summary>The role's token; null for nobody's.</summary>
    public string? Token(string role) => _tokens.GetValueOrDefault(role);

    public string RefreshToken => _values["refresh"];

    /// <summary>Puts values in the place of their names; <c>{new}</c> is new each time.</summary>
    public string Fill(string text) => Name().Replace(text, match =>
        match.Groups[1].Value is var name && name == "new" ? $"{_prefix}-{++_count}"
        : _values.TryGetValue(name, out var value) ? value
        : throw new InvalidOperationException(
            $"{match.Value} has no value: give it one in {nameof(Scene)}"));

    /// <summary>The call of a route as its sample has it.</summary>
    public RawRequest Request(ApiRoute route, Sample sample, string role)
    {
        var query = sample.Query.Length == 0 ? "" : "?" + Fill(sample.Query);
        var request = new RawRequest(
            sample.Method ?? route.Method, Fill(route.Pattern) + query, Token(role));
        return sample.Body is null ? request : request.WithJson(Fill(sample.Body));
    }

    private static Task<JsonElement> Credit(
        TestGrid grid, SignedIn service, SignedIn user, string? key, string amount) =>
        Call(grid, service, $"/api/wallets/{user.UserId}/credit", key, new
        {
            currency = "USD",
            amount,
            transaction_type = "topup",
            reference_id = "start-" + amount,
        });

    private static async Task<string> Trade(
        TestGrid grid, SignedIn service, SignedIn seller, SignedIn buyer)
    {
        var trade = await Call(grid, service, "/api/p2p/enhanced/create-trade", null, new
        {
            seller_id = seller.UserId,
            buyer_id = buyer.UserId,
            currency = "USD",
            amount = "1",
            fiat = "EUR",
            price = "1",
        });
        return trade.GetProperty("trade_id").GetString()!;
    }

    private static async Task<JsonElement> Call(
        TestGrid grid, SignedIn caller, string path, string? key, object body)
    {
        var request = new RawRequest("POST", path, caller.AccessToken)
            .WithJson(JsonSerializer.Serialize(body));
        if (key is not null)
        {
            request.Headers.Add(("Idempotency-Key", key));
        }

        var answer = await RawClient.Send(grid.Http.BaseAddress!, request);
        Assert.True(answer?.Status is 200 or 201, answer?.Text);
        return JsonDocument.Parse(answer!.Text).RootElement;
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Name();
}
