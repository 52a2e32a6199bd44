using System.Globalization;
using OrleansWallet.Api.Tests.Fakes;

namespace OrleansWallet.Api.Tests.Wallets;

public sealed class ReadTests(SharedWalletHost shared) : IClassFixture<SharedWalletHost>
{
    private readonly WalletHost _host = shared.Renew();
    private readonly WalletClient _service = shared.Host.As("service");
    private readonly WalletClient _ann = shared.Host.As("user", "ann");

    [Fact]
    public async Task Balances_WhenThereIsHistory_AreWholeAndVersioned()
    {
        await _service.Credit("ann", "10");
        await _service.Credit("ann", "0.5", "BTC", "savings");

        var reply = (await _ann.Get("/api/wallets/balances/ann")).Done();

        Assert.Equal("active", reply["status"]);
        Assert.Equal("epoch-1", reply["epoch"]);
        Assert.Equal("2", reply["version"]);
        var btc = reply.Json.GetProperty("balances")[1];
        Assert.Equal("BTC", btc.GetProperty("currency").GetString());
        Assert.Equal("savings", btc.GetProperty("account").GetString());
        Assert.Equal("0.50000000", btc.GetProperty("available_balance").GetString());
        Assert.Equal("0.00000000", btc.GetProperty("locked_balance").GetString());
        Assert.Equal("0.50000000", btc.GetProperty("total_balance").GetString());
        Assert.EndsWith("Z", btc.GetProperty("last_updated").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Balances_WhenAskedForATime_AreTheOnesOfThen()
    {
        var first = await _service.Credit("ann", "10");
        await Task.Delay(5);
        await _service.Credit("ann", "10");

        var then = await _ann.Get($"/api/wallets/balances/ann?at={first["timestamp"]}");
        var before = await _ann.Get("/api/wallets/balances/ann?at=2001-01-01");

        Assert.Contains("\"10.00\"", then.Done().Text, StringComparison.Ordinal);
        Assert.Equal("1", then["version"]);
        Assert.Equal(0, before.Done().Json.GetProperty("balances").GetArrayLength());
        (await _ann.Get("/api/wallets/balances/ann?at=soon")).Refused(400, "validation_failed");
    }

    [Theory]
    [InlineData("/api/wallets/balances/ann")]
    [InlineData("/api/wallets/ann/holds")]
    [InlineData("/api/wallets/transactions/ann")]
    public async Task Get_WhenTheWalletHasNoHistory_DependsOnTheUser(string path)
    {
        (await _ann.Get(path)).Refused(404, "wallet_not_found");
        _host.Users.Add("ann");

        (await _ann.Get(path)).Done();
    }

    [Theory]
    [InlineData("/api/wallets/balances/ann")]
    [InlineData("/api/wallets/ann/holds")]
    [InlineData("/api/wallets/transactions/ann")]
    [InlineData("/api/wallets/transactions/ann/t1-1")]
    public async Task Get_WhenTheJournalIsAway_Is503(string path)
    {
        _host.Grid.IsAway = true;

        Assert.True((await _ann.Get(path)).Refused(503, "not_accepted").HasRetryAfter);
    }

    [Fact]
    public async Task Transactions_WhenPaged_ComeWholeAndOnce()
    {
        await Credits(7);

        var versions = new List<string>();
        var path = "/api/wallets/transactions/ann?limit=3&currency=USD";
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await _ann.Get(path + cursor)).Done();
            versions.AddRange(Versions(page));
            var next = page.Json.GetProperty("next_cursor").GetString();
            cursor = next is null ? null : $"&cursor={next}";
            await _service.Credit("ann", "1");
        }

        Assert.Equal(["7", "6", "5", "4", "3", "2", "1"], versions);
    }

    [Fact]
    public async Task Transactions_WhenTheCursorComesAlone_KeepItsFilters()
    {
        await Credits(3);
        await _service.Credit("ann", "1", "EUR");
        var page = await _ann.Get("/api/wallets/transactions/ann?limit=2&currency=USD");

        var next = await _ann.Get(
            $"/api/wallets/transactions/ann?cursor={page["next_cursor"]}");

        Assert.Equal(["1"], Versions(next.Done()));
    }

    [Theory]
    [InlineData("&currency=EUR")]
    [InlineData("&direction=debit")]
    [InlineData("&after_version=1")]
    public async Task Transactions_WhenTheCursorContradicts_Is400(string filter)
    {
        await Credits(3);
        var page = await _ann.Get("/api/wallets/transactions/ann?limit=2&currency=USD");

        (await _ann.Get(
            $"/api/wallets/transactions/ann?cursor={page["next_cursor"]}{filter}"))
            .Refused(400, "validation_failed");
    }

    [Fact]
    public async Task Transactions_WhenTheCursorIsAnothers_Is400()
    {
        await Credits(3);
        var page = await _ann.Get("/api/wallets/transactions/ann?limit=2");

        (await _host.As("user", "bob").Get(
            $"/api/wallets/transactions/bob?cursor={page["next_cursor"]}"))
            .Refused(400, "validation_failed");
    }

    [Fact]
    public async Task Transactions_WhenAfterAVersion_ComeOldestFirst()
    {
        await Credits(4);

        var first = await _ann.Get("/api/wallets/transactions/ann?after_version=1&limit=2");
        var second = await _ann.Get(
            $"/api/wallets/transactions/ann?limit=2&cursor={first["next_cursor"]}");

        Assert.Equal(["2", "3"], Versions(first.Done()));
        Assert.Equal(["4"], Versions(second.Done()));
    }

    [Fact]
    public async Task Transactions_WhenFiltered_ShowWhatPasses()
    {
        await _service.Credit("ann", "10");
        await _service.Credit("ann", "20");
        await _service.Post(
            "/api/wallets/ann/debit",
            """{"currency":"USD","amount":"5","transaction_type":"fee","reference_id":"f1"}""");
        await _host.As("admin").Post("/api/wallets/ann/freeze", """{"reason":"x"}""");

        Assert.Equal(["3", "2", "1"], await Versions(""));
        Assert.Equal(["3"], await Versions("direction=debit"));
        Assert.Equal(["3"], await Versions("type=fee"));
        Assert.Equal(["3"], await Versions("reference_id=f1"));
        Assert.Equal(["2"], await Versions("currency=USD&min_amount=10.01"));
        Assert.Equal(["3", "1"], await Versions("currency=USD&max_amount=10"));
        Assert.Empty(await Versions("account=savings"));
        Assert.Empty(await Versions("to=2001-01-01"));
        Assert.Equal(["3", "2", "1"], await Versions("from=2001-01-01T00:00:00Z"));
    }

    [Theory]
    [InlineData("currency=XXX", "unknown_currency")]
    [InlineData("type=A", "validation_failed")]
    [InlineData("direction=up", "validation_failed")]
    [InlineData("reference_id=a%20b", "validation_failed")]
    [InlineData("account=x", "validation_failed")]
    [InlineData("from=soon", "validation_failed")]
    [InlineData("to=5", "validation_failed")]
    [InlineData("min_amount=5", "validation_failed")]
    [InlineData("currency=USD&max_amount=0.001", "invalid_amount")]
    [InlineData("currency=USD&min_amount=NaN", "invalid_amount")]
    [InlineData("limit=0", "validation_failed")]
    [InlineData("limit=501", "validation_failed")]
    [InlineData("limit=x", "validation_failed")]
    [InlineData("after_version=-1", "validation_failed")]
    [InlineData("cursor=!", "validation_failed")]
    [InlineData("cursor=e30", "validation_failed")]
    [InlineData("cursor=bnVsbA", "validation_failed")]
    public async Task Transactions_WhenAFilterIsBad_Is400(string filter, string code)
    {
        await Credits(1);

        (await _ann.Get($"/api/wallets/transactions/ann?{filter}")).Refused(400, code);
    }

    [Fact]
    public async Task Transactions_WhenAskedForCsv_ComeAllOfThem()
    {
        await _service.Post(
            "/api/wallets/ann/credit",
            """
            {"currency":"USD","amount":"5","transaction_type":"t","reference_id":"f1",
             "note":"=1+1, \"x\"","metadata":{"a":1}}
            """);
        await Credits(600);

        var reply = (await _ann.Get("/api/wallets/transactions/ann?limit=10", "text/csv")).Done();

        var lines = reply.Text.TrimEnd().Split("\r\n");
        Assert.Equal(602, lines.Length);
        Assert.StartsWith("transaction_id,user_id,currency,", lines[0], StringComparison.Ordinal);
        Assert.Contains(
            """"
            ,"'=1+1, ""x""","{""a"":1}",
            """", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Transaction_WhenItHasMetadata_ShowsItAsItCame()
    {
        await _service.Post(
            "/api/wallets/ann/credit",
            """
            {"currency":"USD","amount":"5","transaction_type":"t","reference_id":"f1",
             "metadata":{"z":1.50,"a":"é"}}
            """);

        var reply = (await _ann.Get("/api/wallets/transactions/ann/t1-1")).Done();

        Assert.Contains("{\"z\":1.50,\"a\":\"é\"}", reply.Text, StringComparison.Ordinal);
        (await _ann.Get("/api/wallets/transactions/ann/t1-9"))
            .Refused(404, "transaction_not_found");
    }

    private static string[] Versions(WalletReply page) =>
    [
        .. page.Json.GetProperty("transactions").EnumerateArray()
            .Select(t => t.GetProperty("version").GetInt64().ToString(CultureInfo.InvariantCulture)),
    ];

    private async Task<string[]> Versions(string filter) =>
        Versions((await _ann.Get($"/api/wallets/transactions/ann?{filter}")).Done());

    private async Task Credits(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await _service.Credit("ann", "1");
        }
    }
}
