using OrleansWallet.Api.Tests.Fakes;

namespace OrleansWallet.Api.Tests.Wallets;

public sealed class AdminTests(SharedWalletHost shared) : IClassFixture<SharedWalletHost>
{
    private const string Reason = """{"reason":"asked by the bank"}""";

    private readonly WalletHost _host = shared.Renew();
    private readonly WalletClient _admin = shared.Host.As("admin");
    private readonly WalletClient _service = shared.Host.As("service");

    [Fact]
    public async Task Freeze_WhenFrozenAndUnfrozenAgain_WorksEveryTime()
    {
        await _service.Credit("ann", "10");
        for (var i = 0; i < 2; i++)
        {
            (await _admin.Post("/api/wallets/ann/freeze", Reason)).Done();
            (await _service.Post(
                "/api/wallets/ann/debit",
                """{"currency":"USD","amount":1,"transaction_type":"t","reference_id":"r"}"""))
                .Refused(409, "wallet_frozen");
            var balances = await _service.Get("/api/wallets/balances/ann");
            Assert.Equal("frozen", balances["status"]);
            Assert.Equal(
                "unfreeze",
                (await _admin.Post("/api/wallets/ann/unfreeze", Reason)).Done()["direction"]);
        }

        (await _admin.Post("/api/wallets/ann/unfreeze", Reason)).Refused(409, "wallet_not_frozen");
    }

    [Fact]
    public async Task Freeze_WhenToldTwiceWithAKey_IsOneEntry()
    {
        await _service.Credit("ann", "10");
        (await _admin.Post("/api/wallets/ann/freeze", Reason, "k")).Done();

        Assert.True((await _admin.Post("/api/wallets/ann/freeze", Reason, "k")).Done().IsReplay);
        Assert.Equal(2, _host.Grid.Wallet(new("ann")).Entries.Count);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"reason":"  "}""")]
    [InlineData("""{"reason":"\u0000"}""")]
    public async Task Freeze_WhenThereIsNoReason_Is400(string body) =>
        (await _admin.Post("/api/wallets/ann/freeze", body)).Refused(400, "validation_failed");

    [Fact]
    public async Task Freeze_WhenNobodyKnowsTheWallet_Is404() =>
        (await _admin.Post("/api/wallets/nobody/freeze", Reason)).Refused(404, "wallet_not_found");

    [Fact]
    public async Task Close_WhenThereIsMoney_IsRefused()
    {
        await _service.Credit("ann", "10");
        (await _admin.Post("/api/wallets/ann/close", Reason)).Refused(409, "balance_not_zero");
        _host.Users.Add("bob");
        (await _admin.Post("/api/wallets/bob/close", Reason)).Done();
    }

    [Fact]
    public async Task Reverse_WhenToldTwice_IsDoneOnce()
    {
        var credit = await _service.Credit("ann", "10");
        var path = $"/api/wallets/transactions/ann/{credit["transaction_id"]}/reverse";

        var first = (await _admin.Post(path, Reason, "one")).Done();
        var second = (await _admin.Post(path, Reason, "two")).Done();

        Assert.Equal("debit", first["direction"]);
        Assert.Equal("reversal", first["transaction_type"]);
        Assert.Equal("0.00", first["balance_after"]);
        Assert.True(second.IsReplay);
        Assert.Equal(first.Text, second.Text);
    }

    [Theory]
    [InlineData("bob", "t1-1")]
    [InlineData("ann", "t1-2")]
    [InlineData("ann", "t2-1")]
    [InlineData("ann", "nonsense")]
    public async Task Reverse_WhenThereIsNoSuchTransaction_Is404(string user, string transaction)
    {
        await _service.Credit("ann", "10");
        await _service.Credit("bob", "10");

        (await _admin.Post($"/api/wallets/transactions/{user}/{transaction}/reverse", Reason))
            .Refused(404, "transaction_not_found");
    }

    [Theory]
    [InlineData("service", "/api/wallets/ann/freeze")]
    [InlineData("user", "/api/wallets/ann/close")]
    [InlineData("user", "/api/wallets/ann/credit")]
    [InlineData("admin", "/api/wallets/ann/lock")]
    [InlineData("user", "/api/wallets/transfer")]
    [InlineData("user", "/api/wallets/batch")]
    [InlineData("service", "/api/wallets/transactions/ann/t1-1/reverse")]
    public async Task Post_WhenTheRoleMayNot_Is403(string role, string path) =>
        Assert.Equal(403, (await _host.As(role, "ann").Post(path, Reason)).Status);

    [Theory]
    [InlineData("/api/wallets/balances/ann")]
    [InlineData("/api/wallets/ann/holds")]
    [InlineData("/api/wallets/transactions/ann")]
    [InlineData("/api/wallets/transactions/ann/t1-1")]
    public async Task Get_WhenItIsSomeoneElses_Is403(string path)
    {
        await _service.Credit("ann", "10");

        (await _host.As("user", "bob").Get(path)).Refused(403, "forbidden");
        (await _host.As("user", "ann").Get(path)).Done();
        (await _admin.Get(path)).Done();
    }

    [Fact]
    public async Task Get_WhenNobodyIsSignedIn_Is401()
    {
        using var response = await _host.Http.GetAsync(
            new Uri("/api/wallets/balances/ann", UriKind.Relative));

        Assert.Equal(401, (int)response.StatusCode);
    }
}
