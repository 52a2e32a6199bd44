using System.Numerics;
using Npgsql;
using OrleansWallet.Domain.Money;
using OrleansWallet.Journal.Verification;

namespace OrleansWallet.Journal.Tests.Verification;

public sealed class VerifierTests(HealthyDatabase healthy) : IClassFixture<HealthyDatabase>
{
    [Fact]
    public async Task Run_WhenNothingIsBroken_IsClean()
    {
        await using var database = await healthy.Copy();

        var report = await Verify(database);

        Assert.Empty(report.Checks.SelectMany(c => c.Examples));
        Assert.True(report.IsClean);
        Assert.All(report.Checks, c => Assert.True(c.Looked > 0, c.Name));
    }

    [Fact]
    public async Task Run_WhenNothingIsBroken_TellsTheFigures()
    {
        await using var database = await healthy.Copy();

        var books = (await Verify(database)).Books.Single(b => b.Currency == "USD");

        Assert.Equal(100_100, books.WorldIn);
        Assert.Equal(1_001 + 600, books.WorldOut);
        Assert.Equal(800, books.UnderWay);
        Assert.Equal(100_100 - 1_601 - 800, books.Wallets);
        Assert.Equal(BigInteger.Zero, books.Difference);
    }

    [Fact]
    public async Task Run_WhenTheJournalIsEmpty_IsClean()
    {
        await using var databases = new TestDatabases();
        await using var database = TestDatabases.Open(await databases.Create());

        Assert.True((await Verify(database)).IsClean);
    }

    [Fact]
    public async Task Run_WhenTheDeliveredMarkIsLate_IsClean()
    {
        await using var database = await healthy.Copy();
        await Corrupt(
            database,
            "insert into postings select wallet_no, seq, at from entries where kind = 7 "
            + "and counterparty = 'bob' on conflict do nothing");

        Assert.True((await Verify(database)).IsClean);
    }

    [Fact]
    public async Task Run_WhenProcessesGetNoAnswer_TellsThemAndIsClean()
    {
        await using var database = await healthy.Copy();
        await Corrupt(
            database,
            """
            insert into processes (kind, id, version, token, status, due_at, updated_at, state)
            select kind, id, 1, gen_random_uuid(), status, due_at, now() - age,
                   json_build_object('events', json_build_array(json_build_object('at', now() - since)))
              from (values
                (3, 'or-long', 'returning', now(), interval '1 minute', interval '61 minutes'),
                (3, 'or-short', 'returning', now(), interval '1 minute', interval '59 minutes'),
                (1, 'tr-lost', 'releasing', null, interval '2 hours', interval '-2 hours'),
                (4, 'wd-rests', 'sent', now(), interval '1 day', interval '1 day'),
                (9, 'alice', 'attributing', now(), interval '1 day', interval '1 day')
              ) as rows(kind, id, status, due_at, age, since)
            """);

        var report = await Verify(database);

        Assert.True(report.IsClean, string.Join('\n', report.Checks.SelectMany(c => c.Examples)));
        var check = report.Checks.Single(c => c.Name == CheckNames.Answers);
        Assert.Equal((3L, 3L, 0L), (check.Breaches, report.Notices, report.Breaches));
        Assert.Collection(
            check.Examples.Select(e => e.ToString()),
            first => Assert.StartsWith("a referral (attributing) waits for an answer since", first),
            second => Assert.Matches("the trade tr-lost .*Z, and recovery does not look", second),
            third => Assert.StartsWith("the order or-long (returning) waits", third));
    }

    [Fact]
    public async Task Run_WhileTheGridWorks_IsClean()
    {
        await using var database = await healthy.Copy();
        await using var grid = new Grid(database);
        using var stop = new CancellationTokenSource();
        var work = Enumerable.Range(0, 8).Select(i => Work(grid, $"worker-{i}", stop.Token));
        var all = Task.WhenAll(work);
        for (var i = 0; i < 5; i++)
        {
            Assert.Empty((await Verify(database)).Checks.SelectMany(c => c.Examples));
        }

        await stop.CancelAsync();
        await all;
    }

    [Theory]
    [ClassData(typeof(Corruptions))]
    public async Task Run_WhenOneThingIsBroken_ReportsItWhereItBelongs(
        string what, string sql, string[] expected)
    {
        await using var database = await healthy.Copy();
        Assert.True(await Corrupt(database, sql) > 0, $"{what}: nothing was changed");

        var report = await Verify(database);

        Assert.False(report.IsClean);
        Assert.Equal(expected, report.Checks.Where(c => !c.IsClean).Select(c => c.Name));
    }

    [Fact]
    public async Task Run_WhenBroken_NamesNobody()
    {
        await using var database = await healthy.Copy();
        await Corrupt(database, "update entries set available = available + 1, seq = seq + 1000");

        var report = await Verify(database);

        Assert.All(
            report.Checks.SelectMany(c => c.Examples),
            e => Assert.DoesNotMatch("alice|bob|carol|dave|erin|whale", e.ToString()));
        Assert.All(
            report.Checks,
            c => Assert.InRange(c.Examples.Count, 0, VerificationCheck.ExamplesMax));
    }

    private static Task<VerificationReport> Verify(NpgsqlDataSource database) =>
        new Verifier(database, CurrencyRegistry.Default).Run(null, CancellationToken.None);

    private static async Task Work(Grid grid, string wallet, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await grid.Credit(wallet, Grid.Of("2.00", "USD"));
            await grid.Send(wallet, null, ("hub", Grid.Of("1.00", "USD")));
        }
    }

    private static async Task<int> Corrupt(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync();
    }
}
