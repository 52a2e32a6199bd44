using OrleansWallet.Journal.Postgres;
using OrleansWallet.Testing;
using static OrleansWallet.Testing.Commands;

namespace OrleansWallet.Journal.Tests.Migrations;

public sealed class MigratorTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    [Fact]
    public async Task Apply_WhenTheDatabaseIsFresh_AppliesAllInOrderAndOnce()
    {
        var first = await Apply();
        var second = await Apply();

        Assert.Equal("0001_journal", first[0]);
        Assert.Equal(first.Order(StringComparer.Ordinal), first);
        Assert.Empty(second);
        Assert.Equal(first, await _database.Column<string>(
            "select name from schema_migrations order by number"));
    }

    [Fact]
    public async Task Apply_WhenSeveralServersStartAtOnce_AppliesEachOnce()
    {
        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(Apply)));

        var names = applied.SelectMany(a => a).ToList();
        Assert.Equal(names.Distinct(), names);
        Assert.Equal(
            names.Count, await _database.Scalar<long>("select count(*) from schema_migrations"));
    }

    [Fact]
    public async Task Apply_WhenAnAppliedOneDiffers_Refuses()
    {
        await Apply();
        await _database.Execute("update schema_migrations set checksum = 'x' where number = 1");

        var error = await Assert.ThrowsAsync<InvalidOperationException>(Apply);

        Assert.Contains("0001_journal", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apply_WhenTheDatabaseIsNewer_Refuses()
    {
        await Apply();
        await _database.Execute(
            "insert into schema_migrations (number, name, checksum) values (9999, '9999_x', 'x')");

        var error = await Assert.ThrowsAsync<InvalidOperationException>(Apply);

        Assert.Contains("newer", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apply_WhenAMigrationFails_LeavesNothingOfItAndCanBeRepeated()
    {
        await _database.Execute("create table keys (taken int)");
        await Assert.ThrowsAsync<Npgsql.PostgresException>(Apply);
        Assert.Equal(0, await _database.Scalar<long>(
            "select count(*) from pg_tables where tablename = 'wallets'"));

        await _database.Execute("drop table keys");

        Assert.NotEmpty(await Apply());
    }

    [Fact]
    public async Task Apply_WhenThereIsData_KeepsIt()
    {
        await Apply();
        await using var journal = new PostgresJournal(
            _database.DataSource, Domain.Money.CurrencyRegistry.Default, new JournalOptions(),
            TimeProvider.System,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<PostgresJournal>.Instance);
        var hand = await WalletHand.Open(journal, NewWallet());
        await hand.Append(Credit(Usd(5)), Lock(Usd(2), "h"));
        // As before the later migrations came: they must go in beside what is there.
        await _database.Execute("delete from schema_migrations where number > 1");
        foreach (var table in await _database.Column<string>(
            """
            select tablename::text from pg_tables where schemaname = 'public' and tablename not in (
              'wallets', 'entries', 'keys', 'balances', 'holds', 'postings', 'journal_generation',
              'schema_migrations')
            """))
        {
            await _database.Execute($"drop table {table} cascade");
        }

        await _database.Execute("alter table journal_generation drop column has_earlier_keys");
        await _database.Execute("drop sequence writer_openings");

        await Apply();

        Assert.Empty(await Apply());
        Assert.Equal(
            [true],
            await _database.Column<bool>("select has_earlier_keys from journal_generation"));
        Assert.Equal(
            WalletStates.Describe(hand.State),
            WalletStates.Describe((await journal.Open(hand.State.Id, default)).Opened));
        await JournalAudit.Check(_database, journal);
    }

    [Fact]
    public async Task StartGeneration_WhenCalled_ChangesTheEpoch()
    {
        await Apply();
        var before = await Epoch();
        Assert.Equal(before, await Epoch());

        await new Migrator(_database.DataSource).StartGeneration(default);

        Assert.NotEqual(before, await Epoch());
        Assert.Matches("^[0-9a-f]{16}$", before);
    }

    public async Task InitializeAsync() => _database = await TestDatabase.CreateEmpty();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    private Task<IReadOnlyList<string>> Apply() => new Migrator(_database.DataSource).Apply(default);

    private ValueTask<string> Epoch() => new PostgresQueries(
        _database.DataSource, Domain.Money.CurrencyRegistry.Default).GetEpoch(default);
}
