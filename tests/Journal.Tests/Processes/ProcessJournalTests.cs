using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Journal.Processes;

namespace OrleansWallet.Journal.Tests.Processes;

public sealed class ProcessJournalTests(JournalFixture fixture)
    : IClassFixture<JournalFixture>, IAsyncLifetime
{
    private PostgresProcessJournal _journal = null!;

    public Task InitializeAsync()
    {
        _journal = Open(fixture.Database.DataSource);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _journal.DisposeAsync();

    [Fact]
    public async Task Write_WhenTheVersionIsTheExpectedOne_Moves()
    {
        var id = NewId();

        Assert.Equal(ProcessCommit.Done, await _journal.Write(Write(id, 0, "a")));
        Assert.Equal(ProcessCommit.Done, await _journal.Write(Write(id, 1, "b")));
        Assert.Equal(ProcessCommit.Conflict, await _journal.Write(Write(id, 1, "c")));
        Assert.Equal(ProcessCommit.Conflict, await _journal.Write(Write(id, 0, "d")));

        var row = await _journal.Load(id, default);
        Assert.Equal((2, "{\"status\": \"b\"}"), (row!.Version, row.State));
    }

    [Fact]
    public async Task Write_When200GoForOneVersion_OneWins()
    {
        var id = NewId();
        await using var other = Open(fixture.Database.DataSource);

        var results = await Task.WhenAll(Enumerable.Range(0, 200).Select(i =>
            (i % 2 == 0 ? _journal : other).Write(Write(id, 0, $"s{i}"))));

        Assert.Single(results, ProcessCommit.Done);
        Assert.Equal(199, results.Count(r => r == ProcessCommit.Conflict));
    }

    [Fact]
    public async Task Write_WhenOneRowIsBad_ItsNeighboursCommit()
    {
        var ids = Enumerable.Range(0, 20).Select(_ => NewId()).ToList();

        var results = await Task.WhenAll(ids.Select((id, i) => _journal.Write(
            i == 7 ? Write(id, 0, "bad") with { State = "{\"x\":" } : Write(id, 0, "a"))));

        Assert.Equal(ProcessCommit.NotAccepted, results[7]);
        Assert.Equal(19, results.Count(r => r == ProcessCommit.Done));
    }

    [Fact]
    public async Task Write_WhenTheConnectionIsCut_EndsOnce()
    {
        var ids = Enumerable.Range(0, 400).Select(_ => NewId()).ToList();
        var writing = Task.WhenAll(ids.Select(async id =>
        {
            await Task.Yield();
            return await _journal.Write(Write(id, 0, "a"));
        }));
        await using var cut = fixture.Database.DataSource.CreateCommand(
            "select pg_terminate_backend(pid) from pg_stat_activity "
            + "where datname = current_database() and pid <> pg_backend_pid()");
        await cut.ExecuteNonQueryAsync();

        Assert.All(await writing, r => Assert.Equal(ProcessCommit.Done, r));
        foreach (var id in ids)
        {
            Assert.Equal(1, (await _journal.Load(id, default))!.Version);
        }
    }

    [Fact]
    public async Task FindDue_WhenStepsAndDeadlinesWait_FindsThoseThatAreDue()
    {
        var (past, future, step, rests) = (NewId(), NewId(), NewId(), NewId());
        await Task.WhenAll(
            _journal.Write(Write(past, 0, "a") with { DueAt = DateTimeOffset.UtcNow.AddMinutes(-1) }),
            _journal.Write(Write(future, 0, "a") with { DueAt = DateTimeOffset.UtcNow.AddMinutes(9) }),
            _journal.Write(Write(step, 0, "a") with { DueAfter = TimeSpan.Zero }),
            _journal.Write(Write(rests, 0, "a")));

        var due = await _journal.FindDue(500, default);

        Assert.Contains(past, due);
        Assert.Contains(step, due);
        Assert.DoesNotContain(future, due);
        Assert.DoesNotContain(rests, due);
    }

    [Fact]
    public async Task FindDue_WhenAMillionHaveFinished_ReadsOnlyTheIndexOfTheOthers()
    {
        await Execute(
            "insert into processes (kind, id, version, token, status, state) "
            + "select 1, 'done-' || n, 1, '00000000-0000-0000-0000-000000000000', 'completed', '{}' "
            + "from generate_series(1, 1000000) n");
        await Execute("analyze processes");

        await using var explain = fixture.Database.DataSource.CreateCommand(
            "explain (analyze, format text) " + PostgresProcessJournal.DueSql);
        explain.Parameters.Add(new NpgsqlParameter<int> { TypedValue = 500 });
        var plan = new List<string>();
        await using (var reader = await explain.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                plan.Add(reader.GetString(0));
            }
        }

        Assert.Contains(plan, line => line.Contains("processes_due", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("Seq Scan", StringComparison.Ordinal));
        await Execute("delete from processes where id like 'done-%'");
    }

    [Fact]
    public async Task Beat_WhenNobodyBeatForLong_TellsAnOutage()
    {
        await _journal.Beat(TimeSpan.FromSeconds(20), default);
        await Execute("update heartbeat set at = now() - interval '90 seconds'");
        // The first beat may have told one: the database may be old.
        var known = await _journal.FindOutages(default, default);

        await _journal.Beat(TimeSpan.FromSeconds(20), default);
        await _journal.Beat(TimeSpan.FromSeconds(20), default);

        var outages = await _journal.FindOutages(default, default);
        var outage = Assert.Single(outages.Except(known));
        Assert.InRange((outage.To - outage.From).TotalSeconds, 89, 100);
    }

    [Fact]
    public async Task List_WhenFiltered_ShowsAPartysNewestFirst()
    {
        var queries = new PostgresProcessQueries(fixture.Database.DataSource);
        var party = new WalletId("p-" + Guid.NewGuid().ToString("N"));
        for (var i = 0; i < 3; i++)
        {
            await _journal.Write(Write(NewId(), 0, i == 1 ? "odd" : "even") with { Parties = [party] });
        }

        var all = await queries.List(
            new ProcessFilter { Kind = ProcessKind.TopUp, Party = party.Value, Limit = 10 }, default);
        var even = await queries.List(
            new ProcessFilter
            {
                Kind = ProcessKind.TopUp,
                Party = party.Value,
                Statuses = ["even"],
                BeforeNo = all[0].No,
                Limit = 10,
            },
            default);

        Assert.Equal(3, all.Count);
        Assert.Equal(all.Select(p => p.No).OrderDescending(), all.Select(p => p.No));
        Assert.Equal(all[2].No, Assert.Single(even).No);
    }

    private static PostgresProcessJournal Open(NpgsqlDataSource dataSource) => new(
        dataSource, new JournalOptions(), TimeProvider.System,
        NullLogger<PostgresProcessJournal>.Instance);

    private static ProcessId NewId() => new(ProcessKind.TopUp, Guid.NewGuid().ToString("N"));

    private static ProcessWrite Write(ProcessId id, long expected, string status) => new(
        id, expected, status, null, null, $"{{\"status\": \"{status}\"}}", []);

    private async Task Execute(string sql)
    {
        await using var command = fixture.Database.DataSource.CreateCommand(sql);
        command.CommandTimeout = 120;
        await command.ExecuteNonQueryAsync();
    }
}
