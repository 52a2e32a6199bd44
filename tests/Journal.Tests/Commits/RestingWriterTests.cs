using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal.Commits;
using OrleansWallet.Journal.Postgres;
using OrleansWallet.Testing;

namespace OrleansWallet.Journal.Tests.Commits;

/// <summary>
/// Each commit begins the next transaction, and PostgreSQL counts what was written, for its vacuum,
/// only between two: a writer that is always busy rests there now and then.
/// </summary>
public sealed class RestingWriterTests : IAsyncLifetime
{
    private const string Name = "busy";

    // Less than after what a begun transaction counts as idle.
    private static readonly TimeSpan _step = TimeSpan.FromMilliseconds(90);

    // One more, and ten seconds have gone.
    private const int Steps = 111;

    // Each test's own: sessions that end count, too.
    private TestDatabase _database = null!;

    // Of the session that made the tables PostgreSQL counts when it ends, or in its idle moments.
    public async Task InitializeAsync()
    {
        _database = await TestDatabase.Create();
        _database.DataSource.Clear();
        while (await _database.Scalar<bool>(
            "select exists (select from pg_stat_activity where datname = current_database() "
            + "and pid <> pg_backend_pid())"))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Commit_WhenThereWasNoPauseForTenSeconds_LetsTheServerCountItsRows(
        bool largeWaits)
    {
        var time = new ManualTime();
        await using var dataSource = _database.Connect(to => to.ApplicationName = Name);
        await using var store = new PostgresCommitStore(
            dataSource, new WriterOpenings(dataSource), CurrencyRegistry.Default, time);
        for (var i = 0; i < Steps; i++)
        {
            await Commit(store);
            time.Advance(_step);
        }

        await StayBusy(store);
        var (backend, counted) = (await Backend(), await Counted());
        if (largeWaits)
        {
            store.Prepare(new CommitBatch([Groups.OfNobody(300, store.WriteAhead)], []));
        }

        time.Advance(_step);
        await Commit(store);

        Assert.True(await Counted() > counted);
        Assert.Equal(backend, await Backend());
    }

    [Fact]
    public async Task Commit_WhenItFollowsAnotherSoon_BelongsToTheTransactionThatHasBegun()
    {
        await using var dataSource = _database.Connect(to => to.ApplicationName = Name);
        await using var store = new PostgresCommitStore(
            dataSource, new WriterOpenings(dataSource), CurrencyRegistry.Default, new ManualTime());
        await Commit(store);
        var counted = await Counted();

        await StayBusy(store);

        Assert.Equal(counted, await Counted());
    }

    // By PostgreSQL's own clock, which counts once a second at most.
    private static async Task StayBusy(PostgresCommitStore store)
    {
        for (var i = 0; i < 13; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100));
            await Commit(store);
        }
    }

    // Of a posting that was never sent: it looks for its row.
    private static async Task Commit(PostgresCommitStore store) =>
        Assert.IsType<CommitTry.Committed>(
            await store.Commit(new CommitBatch([], [new EntryLink(1, 1)])));

    private Task<long> Counted() => _database.Scalar<long>(
        "select idx_scan + seq_scan from pg_stat_user_tables where relname = 'postings'");

    private Task<int> Backend() => _database.Scalar<int>(
        "select pid from pg_stat_activity where datname = current_database() "
        + $"and application_name = '{Name}'");
}
