using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Journal.Postgres;
using OrleansWallet.Testing;

namespace OrleansWallet.Journal.Tests.Queries;

/// <summary>What the database does for a read when there is much: the plan and the pages read.</summary>
public sealed partial class PlanTests(JournalFixture fixture) : IClassFixture<JournalFixture>, IAsyncLifetime
{
    private static readonly WalletId _long = new("long");
    private static readonly WalletId _short = new("short");
    private static readonly DateTimeOffset _at = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly SqlCapture _capture = new();
    private PostgresJournal _journal = null!;

    [Fact]
    public async Task Open_WhenTheHistoryIsLong_ReadsAsFewPagesAsForAShortOne()
    {
        var sql = await Capture(() => _journal.Open(_long, default));

        var (longPlan, shortPlan) = (await Explain(sql, _long.Value), await Explain(sql, _short.Value));

        AssertIndexed(longPlan);
        Assert.InRange(Pages(longPlan), 1, Pages(shortPlan) + 2);
        Assert.Equal(200_000, (await _journal.Open(_long, default)).Opened.Seq);
    }

    [Fact]
    public async Task FindUnfinishedPostings_WhenThereAreMany_ReadsTheOldestByIndex()
    {
        var sql = await Capture(() => _journal.FindUnfinishedPostings(TimeSpan.FromHours(1), 10, default));

        var plan = await Explain(sql, TimeSpan.FromHours(1), 10);

        Assert.Contains("postings_by_age", plan, StringComparison.Ordinal);
        AssertIndexed(plan);
        Assert.InRange(Pages(plan), 1, 100);
    }

    [Fact]
    public async Task FindExpiredHolds_WhenThereAreMany_ReadsTheOldestByIndex()
    {
        var sql = await Capture(() => _journal.FindExpiredHolds(_at, 10, default));

        var plan = await Explain(sql, _at.AddSeconds(15_000), 10);

        Assert.Contains("holds_by_expiry", plan, StringComparison.Ordinal);
        AssertIndexed(plan);
        Assert.InRange(Pages(plan), 1, 100);
    }

    [Fact]
    public async Task FindPostings_WhenThereAreMany_ReadsTheWalletsByIndex()
    {
        var sql = await Capture(() => _journal.FindPostings(1_500, 0, 100, default));

        AssertIndexed(await Explain(sql, 1_500L, 0L, 100));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FindKeys_WhenThereAreMany_ReadsThemByIndex(bool hasEarlierKeys)
    {
        await fixture.Database.Execute(
            $"update journal_generation set has_earlier_keys = {hasEarlierKeys}");
        var sql = await Capture(() => _journal.FindKeys([1, 2, 3], default));
        var keys = Enumerable.Range(0, 100).Select(_ => Guid.NewGuid()).ToArray();

        var plan = await Explain(sql, keys, keys, keys);

        // Of one row.
        AssertIndexed(plan.Replace("Seq Scan on journal_generation", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task FindCommissions_WhenTheHistoryIsLong_ReadsThemByIndex()
    {
        var queries = new PostgresQueries(
            fixture.Database.Connect(_capture), CurrencyRegistry.Default);
        var no = await queries.FindWalletNo(_long, default);
        var page = await Capture(() => queries.FindCommissions(no!.Value, null, 10, default));
        var sums = await Capture(() => queries.SumCommissions(no!.Value, default));

        foreach (var plan in new[]
            { await Explain(page, no!.Value, long.MaxValue, 10), await Explain(sums, no.Value) })
        {
            Assert.Contains("entries_commissions", plan, StringComparison.Ordinal);
            AssertIndexed(plan);
            Assert.InRange(Pages(plan), 1, 100);
        }

        var found = await queries.FindCommissions(no.Value, 150_000, 2, default);
        Assert.Equal([140_000, 120_000], found.Select(e => e.Seq));
        Assert.Equal(
            [new Amount(10, CurrencyRegistry.Default["USD"])],
            await queries.SumCommissions(no.Value, default));
    }

    [Fact]
    public async Task FindBalancesAt_WhenTheHistoryIsLong_ReadsFewPages()
    {
        var queries = new PostgresQueries(
            fixture.Database.Connect(_capture), CurrencyRegistry.Default);
        var no = await queries.FindWalletNo(_long, default);
        var sql = await Capture(() => queries.FindBalancesAt(no!.Value, _at, default));

        var plan = await Explain(sql, no!.Value, _at.AddSeconds(123_456));

        AssertIndexed(plan);
        // The euros were touched once, at the very start.
        Assert.InRange(Pages(plan), 1, 400);
        var found = await queries.FindBalancesAt(no.Value, _at.AddSeconds(123_456), default);
        Assert.Equal([1, 123_456], found.Select(b => b.Seq));
    }

    public async Task InitializeAsync()
    {
        _journal = fixture.CreateJournal(dataSource: fixture.Database.Connect(_capture));
        if (await fixture.Database.Scalar<long>("select count(*) from wallets") > 0)
        {
            return;
        }

        await fixture.Database.Execute(
            $"""
            insert into wallets
            select n, case n when 1 then 'long' when 2 then 'short' else 'w' || n end,
                   case n when 1 then 200000 else 10 end, decode(repeat('00', 32), 'hex'),
                   gen_random_uuid(), 0, t, t
              from generate_series(1, 20000) n, (select timestamptz '{_at:O}' as t) at;
            insert into entries
            select 1, n, case when n % 20000 = 0 then 9 else 1 end, 0, 0, timestamptz '{_at:O}' + n * interval '1 second', 1, n, 0,
                   case n when 1 then 'EUR' else 'USD' end,
                   case when n % 20000 = 0 then 'referral_commission' else 'topup' end, 'r' || n, 'world:cash', null,
                   null, null, null, null, null, decode(repeat('00', 32), 'hex')
              from generate_series(1, 200000) n;
            insert into balances
            select n, 0, 'USD', 5, 0, case n when 1 then 200000 else 10 end, timestamptz '{_at:O}'
              from generate_series(1, 20000) n;
            insert into balances values (1, 0, 'EUR', 1, 0, 1, timestamptz '{_at:O}');
            insert into holds
            select n, 'h', 0, 'USD', 5, 5, 'topup', timestamptz '{_at:O}',
                   case when n % 2 = 0 then timestamptz '{_at:O}' + n * interval '1 second' end
              from generate_series(1000, 20000) n;
            insert into postings
            select n, 3, timestamptz '{_at:O}' + n * interval '1 second'
              from generate_series(1000, 20000) n;
            insert into keys
            select gen_random_uuid(), gen_random_uuid(), 1, n, 1, null
              from generate_series(1, 20000) n;
            analyze;
            """);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private async Task<string> Capture<T>(Func<ValueTask<T>> read)
    {
        var before = _capture.Statements.Count;
        await read();
        return _capture.Statements[before];
    }

    private async Task<string> Explain(string sql, params object[] parameters)
    {
        await using var command = fixture.Database.DataSource.CreateCommand(
            "explain (analyze, buffers) " + sql);
        foreach (var value in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        var plan = new StringBuilder();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            plan.AppendLine(reader.GetString(0));
        }

        return plan.ToString();
    }

    private static void AssertIndexed(string plan) => Assert.DoesNotContain(
        "Seq Scan on", plan, StringComparison.Ordinal);

    // The first line with buffers is the whole statement's.
    private static int Pages(string plan)
    {
        var line = plan.Split('\n').First(l => l.Contains("Buffers:", StringComparison.Ordinal));
        return Numbers().Matches(line)
            .Sum(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("(?:hit|read)=([0-9]+)")]
    private static partial Regex Numbers();
}
