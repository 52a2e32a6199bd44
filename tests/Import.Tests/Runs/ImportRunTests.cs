using System.Text;
using System.Text.Json;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Import.Posting;
using OrleansWallet.Testing;

namespace OrleansWallet.Import.Tests.Runs;

/// <summary>Whole imports into the real journal.</summary>
public sealed class ImportRunTests : IAsyncLifetime
{
    private const int ManyUsers = 400;

    private static readonly string[] _smallBalances =
    [
        "alice savings GBP 500+0",
        "alice spot BTC 175000000+50000000",
        "alice spot USD 30+0",
        "bob spot USDT 3500000+1500000",
        "carol spot ETH 123000000000000000+0",
    ];

    private ImportGrid _grid = null!;

    [Fact]
    public async Task Import_WhenAllCollectionsHoldMoney_MergesThem()
    {
        WriteSmall();

        var (report, json) = await _grid.Import();

        Assert.True(report.IsWell, json.ToString());
        Assert.Equal(_smallBalances, await _grid.Balances());
        Assert.Equal(
            ["alice migration:wallets:BTC 50000000", "bob migration:trader_balances:USDT 1500000"],
            await _grid.Holds());
        Assert.Equal(
            ["migration"], await _grid.Database.Column<string>("select distinct type from entries"));
        Assert.Equal(
            ["world:migration"],
            await _grid.Database.Column<string>(
                "select distinct counterparty from entries where kind = 1"));
        await _grid.Verify();
    }

    [Fact]
    public async Task Import_WhenItIsRunAgain_ChangesNothing()
    {
        WriteSmall();
        var (first, _) = await _grid.Import();
        var entries = await _grid.Entries();

        var (second, _) = await _grid.Import();

        Assert.True(second.IsWell);
        Assert.Equal((0, first.CommandsDone), (second.CommandsDone, second.CommandsReplayed));
        Assert.Equal(entries, await _grid.Entries());
        Assert.Equal(first.Totals, second.Totals);
    }

    [Fact]
    public async Task Import_WhenUsersWentOnAfterIt_IsStillRepeatable()
    {
        WriteSmall();
        await _grid.Import();
        await _grid.Execute(
            "alice",
            Commands.Unlock("migration:wallets:BTC", Commands.Btc(50_000_000)),
            Commands.Debit(Commands.Btc(225_000_000)));

        var (again, _) = await _grid.Import();

        Assert.True(again.IsWell);
        Assert.Contains("alice spot BTC 0+0", await _grid.Balances());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(150)]
    [InlineData(ManyUsers + 50)]
    public async Task Import_WhenItIsStoppedOnTheWay_EndsTheSameByAnotherRun(int calls)
    {
        WriteMany();
        using var stop = new CancellationTokenSource();
        var (stopped, _) = await _grid.Import(
            hook: inner => new HookedGrains(inner, async (number, call) =>
            {
                var answers = await call();
                if (number == calls)
                {
                    await stop.CancelAsync();
                }

                return answers;
            }),
            cancellationToken: stop.Token);
        Assert.False(stopped.IsWell);
        Assert.NotEmpty(stopped.Errors);
        Assert.NotEqual(ManyUsers * 2, (await _grid.Balances()).Count);

        var (again, _) = await _grid.Import();

        Assert.True(again.IsWell);
        Assert.True(again.CommandsReplayed >= 1);
        var balances = await _grid.Balances();
        Assert.Equal(ManyUsers * 2, balances.Count);
        Assert.Contains("user-7 spot BTC 700000000+100", balances);
        Assert.Contains("user-7 spot USD 700+0", balances);
        await _grid.Verify();
    }

    [Fact]
    public async Task Import_WhenAnswersGetLost_AsksAgainByTheSameKeys()
    {
        WriteMany();
        var (report, _) = await _grid.Import(
            hook: inner => new HookedGrains(inner, async (number, call) => (number % 5) switch
            {
                1 => [WalletAnswer.NotAccepted.Instance],
                // It was done, and nobody heard of it.
                2 => [.. (await call()).Select(_ => WalletAnswer.OutcomeUnknown.Instance)],
                _ => await call(),
            }));

        Assert.True(report.IsWell);
        Assert.True(report.CommandsReplayed > 0);
        Assert.Contains("user-7 spot BTC 700000000+100", await _grid.Balances());
    }

    [Fact]
    public async Task Import_WhenTheDatabaseStaysAway_StopsAndSaysSo()
    {
        WriteSmall();
        var options = new ImportOptions
        {
            Files = _grid.Exports.Files,
            RetryLimit = TimeSpan.FromMilliseconds(200),
        };
        using var run = new ImportRun(
            options, Domain.Money.CurrencyRegistry.Default, new ImportProgress(),
            TimeProvider.System);
        var away = new HookedGrains(
            new NoGrains(),
            (_, _) => ValueTask.FromResult<IReadOnlyList<WalletAnswer>>(
                [WalletAnswer.NotAccepted.Instance]));

        var report = await run.Run(new ImportTarget(away, _grid.Database.DataSource), default);

        Assert.False(report.IsWell);
        Assert.Contains("away", Assert.Single(report.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.25", "0.5", "available 0.25000000")]
    [InlineData("0.75", "0.4", "locked 0.40000000|hold 0.40000000")]
    // The same sum, but not the same part of it locked.
    [InlineData("0.5", "0.75", "available 0.50000000|locked 0.75000000|hold 0.75000000")]
    public async Task Import_WhenTheExportChanged_IsAConflictAndFails(
        string available, string locked, string failed)
    {
        WriteSmall();
        await _grid.Import();
        WriteWallets(available, locked);

        var (report, json) = await _grid.Import();

        Assert.False(report.IsWell);
        Assert.Equal(_smallBalances, await _grid.Balances());
        var conflicts = json.GetProperty("failed").EnumerateArray().ToArray();
        Assert.Equal(
            failed.Split('|'), conflicts.Select(f => $"{Text(f, "part")} {Text(f, "amount")}"));
        Assert.All(conflicts, c => Assert.Equal("conflict", Text(c, "reason")));
    }

    [Fact]
    public async Task Import_WhenARowIsGoneFromTheExport_Fails()
    {
        WriteSmall();
        await _grid.Import();
        _grid.Exports.Write("crypto_balances.json", "[]");

        var (report, _) = await _grid.Import();

        var total = Assert.Single(report.Totals, t => !t.IsMatching);
        Assert.Equal(
            ("crypto_balances", "ETH", "-0.123"),
            (total.Collection, total.Currency, total.Difference.ToString()));
        Assert.False(report.IsWell);
    }

    [Fact]
    public async Task Import_WhenLockedAmountsAreToBeAvailable_HoldsNothing()
    {
        WriteSmall();

        var (report, _) = await _grid.Import(LockedPolicy.Available);

        Assert.True(report.IsWell);
        Assert.Empty(await _grid.Holds());
        Assert.Contains("alice spot BTC 225000000+0", await _grid.Balances());
        Assert.False((await _grid.Import(LockedPolicy.Hold)).Report.IsWell);
        Assert.Empty(await _grid.Holds());
    }

    [Fact]
    public async Task Import_WhenAWalletIsClosed_ReportsItsRefusal()
    {
        WriteSmall();
        await _grid.Execute("carol", Commands.Close());

        var (report, _) = await _grid.Import();

        Assert.Equal(
            [("carol", "wallet_closed")],
            report.Logs.Failed.First.Select(f => (f.User, f.Reason)));
        Assert.False(report.IsWell);
    }

    [Fact]
    public async Task DryRun_WhenAllIsWell_TellsTheSameTotalsAndChangesNothing()
    {
        WriteSmall();

        var (dry, json) = await _grid.DryRun();

        Assert.True(dry.IsWell);
        Assert.True(json.GetProperty("dry_run").GetBoolean());
        Assert.Equal(0, await _grid.Entries());
        Assert.Equal(dry.Totals, (await _grid.Import()).Report.Totals);
    }

    [Theory]
    [InlineData("[{\"_id\":1,\"user_id\":\"eve\",\"currency\":\"USD\",\"balance\":1},")]
    [InlineData("user_id,currency,balance\neve,USD,1\n")]
    public async Task Import_WhenAFileCantBeReadToItsEnd_ImportsNothing(string text)
    {
        WriteSmall();
        _grid.Exports.Write("internal_balances.json", text);

        var (report, json) = await _grid.Import();

        Assert.False(report.IsWell);
        Assert.StartsWith("internal_balances.json: ", json.GetProperty("errors")[0].GetString());
        Assert.Equal(0, await _grid.Entries());
    }

    [Fact]
    public async Task Report_WhenRowsAreRejectedAndRounded_AccountsForAllOfIt()
    {
        _grid.Exports.Write(
            "internal_balances.json",
            """
            [{"_id":1,"user_id":"u","currency":"USD","balance":0.30000000000000004},
             {"_id":2,"user_id":"u","currency":"USD","balance":"1.239"},
             {"_id":3,"user_id":"","currency":"USD","balance":5},
             {"_id":3,"user_id":"","currency":"USD","balance":5},
             {"_id":4,"user_id":"u","currency":"USD","balance":NaN},
             {"_id":5,"user_id":"u","currency":"XYZ","balance":7}]
            """);

        var (report, json) = await _grid.Import();

        Assert.True(report.IsWell);
        Assert.Equal(
            ["USD 11.53900000000000004 1.53 10 0.00900000000000004 True", "XYZ 7 0 7 0 True"],
            json.GetProperty("totals").EnumerateArray().Select(t =>
                $"{Text(t, "currency")} {Text(t, "before")} {Text(t, "after")} "
                + $"{Text(t, "rejected")} {Text(t, "residue")} {t.GetProperty("matches")}"));
        Assert.Equal(
            ["2 bad_user_id", "3 duplicate_row", "4 not_finite", "5 unknown_currency"],
            json.GetProperty("rejected").EnumerateArray().Select(r =>
                $"{r.GetProperty("place").GetProperty("index")} {Text(r, "reason")}"));
        Assert.Equal(2, json.GetProperty("rounded").GetArrayLength());
        Assert.Equal(1, json.GetProperty("summed").GetArrayLength());
        Assert.Equal(1, json.GetProperty("users").GetInt32());
        Assert.Equal(1, json.GetProperty("collections")[0].GetProperty("amount_unknown").GetInt32());
    }

    [Fact]
    public async Task Report_WhenManyRowsAreRejected_HoldsEveryOne()
    {
        var rows = new StringBuilder("{\"user_id\":\"u\",\"balances\":{}}\n");
        for (var i = 0; i < 5000; i++)
        {
            rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"bad \"{i}\n");
        }

        _grid.Exports.WriteGzip("wallets.ndjson.gz", rows.ToString());

        var (_, json) = await _grid.DryRun();

        Assert.Equal(
            Enumerable.Range(2, 5000),
            json.GetProperty("rejected").EnumerateArray()
                .Select(r => r.GetProperty("place").GetProperty("line").GetInt32()));
    }

    public async Task InitializeAsync() => _grid = await ImportGrid.Create();

    public async Task DisposeAsync() => await _grid.DisposeAsync();

    private static string? Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString();

    private void WriteSmall()
    {
        _grid.Exports.Write(
            "internal_balances.json",
            """
            [{"_id":{"$oid":"507f1f77bcf86cd799439011"},"user_id":"alice","currency":"USD",
              "balance":{"$numberDouble":"0.30000000000000004"}},
             {"_id":{"$oid":"507f1f77bcf86cd799439012"},"user_id":"alice","currency":"BTC",
              "balance":{"$numberDecimal":"1"}}]
            """);
        _grid.Exports.WriteGzip(
            "trader_balances.ndjson.gz",
            """
            {"_id":1,"trader_id":"bob","asset":"USDT","available_balance":3.5,"locked_balance":1.5}
            """);
        _grid.Exports.Write(
            "crypto_balances.json",
            """[{"_id":1,"userId":"carol","coin":"eth","amount":"0.123"}]""");
        _grid.Exports.Write(
            "savings_balances.jsonl",
            """{"_id":1,"user_id":"alice","currency":"GBP","savings_balance":5}""");
        WriteWallets("0.75", "0.5");
    }

    private void WriteWallets(string available, string locked) => _grid.Exports.Write(
        "wallets.json",
        """[{"_id":"alice","balances":{"BTC":{"available":AVAILABLE,"locked":LOCKED}}}]"""
            .Replace("AVAILABLE", available, StringComparison.Ordinal)
            .Replace("LOCKED", locked, StringComparison.Ordinal));

    private void WriteMany() => _grid.Exports.Write("wallets.ndjson", string.Join(
        '\n',
        Enumerable.Range(1, ManyUsers).Select(i =>
            """
            {"_id":N,"user_id":"user-N","balances":{"BTC":{"available":N,"locked":0.000001},"USD":N}}
            """.Replace("N", $"{i}", StringComparison.Ordinal))));
}
