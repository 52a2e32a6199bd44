using System.Text.Json;
using OrleansWallet.Api.Tests.Fakes;

namespace OrleansWallet.Api.Tests.TokenWallet;

public sealed class TokenWalletTests(SharedWalletHost shared)
    : IClassFixture<SharedWalletHost>, IAsyncLifetime
{
    private readonly WalletHost _host = shared.Renew();
    private readonly WalletClient _ann = shared.Host.As("user", "ann");

    public async Task InitializeAsync()
    {
        _host.Users.Add("ann");
        await _host.As("service").Credit("ann", "100");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Get_WhenThereIsMoney_ShowsItInTheDisplayCurrency()
    {
        _host.Users.Add("bob");
        (await _ann.Post("/api/wallet/transfer", """{"recipient_id":"bob","amount":1}""")).Done();

        var reply = (await _ann.Get("/api/wallet")).Done();

        var wallet = reply.Json.GetProperty("wallet");
        Assert.Equal("ann", wallet.GetProperty("id").GetString());
        Assert.Equal("99.00", wallet.GetProperty("balance").GetString());
        Assert.Equal("USD", wallet.GetProperty("currency").GetString());
        Assert.False(wallet.GetProperty("is_connected").GetBoolean());
        Assert.Equal(JsonValueKind.Null, wallet.GetProperty("address").ValueKind);
        Assert.Equal("1970-01-01T00:00:00.000000Z", wallet.GetProperty("created_at").GetString());
        var history = reply.Json.GetProperty("transaction_history");
        Assert.Equal("transfer", history[0].GetProperty("type").GetString());
        Assert.Equal("completed", history[0].GetProperty("status").GetString());
        Assert.Equal("1.00", history[0].GetProperty("amount").GetString());
        Assert.Equal(1, reply.Json.GetProperty("balances").GetArrayLength());
    }

    [Fact]
    public async Task Patch_WhenValid_ChangesWhatIsGiven()
    {
        await _ann.Patch("/api/wallet", """{"network":"sol","data":{"theme":"dark"}}""");

        var reply = (await _ann.Patch("/api/wallet", """{"display_currency":"BTC"}""")).Done();

        var wallet = reply.Json.GetProperty("wallet");
        Assert.Equal("BTC", wallet.GetProperty("currency").GetString());
        Assert.Equal("0.00000000", wallet.GetProperty("balance").GetString());
        Assert.Equal("sol", wallet.GetProperty("network").GetString());
        Assert.Equal("dark", wallet.GetProperty("data").GetProperty("theme").GetString());
    }

    [Theory]
    [InlineData("""{"display_currency":"XXX"}""", "unknown_currency")]
    [InlineData("""{"data":[]}""", "validation_failed")]
    [InlineData("""{"network":"a\u0000"}""", "validation_failed")]
    [InlineData("""{"network":5}""", "malformed_body")]
    public async Task Patch_WhenAFieldIsBad_Is400(string body, string code) =>
        (await _ann.Patch("/api/wallet", body)).Refused(400, code);

    [Fact]
    public async Task Get_WhenTheUserIsUnknown_Is404() =>
        (await _host.As("user", "ghost").Get("/api/wallet")).Refused(404, "wallet_not_found");

    [Fact]
    public async Task Transfer_WhenValid_AnswersAsTheClientsExpect()
    {
        _host.Users.Add("bob");

        var reply = (await _ann.Post(
            "/api/wallet/transfer",
            """{"recipient_id":"bob","amount":"25.50","note":"thanks"}""")).Done();

        Assert.True(reply.Json.GetProperty("success").GetBoolean());
        Assert.Equal("completed", reply["status"]);
        Assert.Equal("74.50", reply["balance_after"]);
        Assert.Equal("t1-2", reply["transaction_id"]);
        Assert.Equal("thanks", _host.Grid.Wallet(new("ann")).Entries[^1].Note);
    }

    [Fact]
    public async Task Transfer_WhenRepeated_IsANewOneUnlessItHasAKey()
    {
        _host.Users.Add("bob");
        const string Body = """{"recipient_id":"bob","amount":1}""";
        await _ann.Post("/api/wallet/transfer", Body);
        await _ann.Post("/api/wallet/transfer", Body);
        await _ann.Post("/api/wallet/transfer", Body, "k");

        var again = (await _ann.Post("/api/wallet/transfer", Body, "k")).Done();

        Assert.True(again.IsReplay);
        Assert.Equal("97.00", again["balance_after"]);
        Assert.Equal(4, _host.Grid.Wallet(new("ann")).Entries.Count);
        (await _ann.Post("/api/wallet/transfer", """{"recipient_id":"bob","amount":2}""", "k"))
            .Refused(422, "idempotency_mismatch");
    }

    [Theory]
    [InlineData("nobody", 404, "wallet_not_found")]
    [InlineData("platform:fees", 404, "wallet_not_found")]
    [InlineData("world:cash", 404, "wallet_not_found")]
    [InlineData("bank:x", 404, "wallet_not_found")]
    [InlineData("a b", 400, "validation_failed")]
    [InlineData("ann", 422, "same_wallet")]
    public async Task Transfer_WhenTheRecipientIsNone_TellsSo(string to, int status, string code)
    {
        await _host.As("service").Credit("platform:fees", "1");

        (await _ann.Post(
            "/api/wallet/transfer", $$"""{"recipient_id":"{{to}}","amount":1}"""))
            .Refused(status, code);
        Assert.Single(_host.Grid.Wallet(new("ann")).Entries);
    }

    [Theory]
    [InlineData("""{"amount":1}""", "validation_failed")]
    [InlineData("""{"recipient_id":"bob"}""", "validation_failed")]
    [InlineData("""{"recipient_id":"bob","amount":0}""", "invalid_amount")]
    [InlineData("""{"recipient_id":"bob","amount":1,"currency":"XXX"}""", "unknown_currency")]
    [InlineData("""{"recipient_id":"bob","amount":1,"currency":""}""", "validation_failed")]
    [InlineData("""{"recipient_id":"bob","amount":1e-3}""", "invalid_amount")]
    public async Task Transfer_WhenAFieldIsBad_Is400(string body, string code) =>
        (await _ann.Post("/api/wallet/transfer", body)).Refused(400, code);

    [Fact]
    public async Task Transfer_WhenFundsAreShort_Is422()
    {
        _host.Users.Add("bob");

        var reply = await _ann.Post(
            "/api/wallet/transfer", """{"recipient_id":"bob","amount":100.01}""");

        Assert.Equal("100.00", reply.Refused(422, "insufficient_balance")["available"]);
    }

    [Fact]
    public async Task Transfer_WhenItComesBack_IsNoSuccess()
    {
        _host.Users.Add("bob");
        _host.Grid.Refusing.Add(new("bob"));

        var reply = await _ann.Post(
            "/api/wallet/transfer", """{"recipient_id":"bob","amount":1}""");

        Assert.False(reply.Done().Json.GetProperty("success").GetBoolean());
        Assert.Equal("returned", reply["status"]);
    }
}
