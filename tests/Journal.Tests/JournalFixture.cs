using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OrleansWallet.Domain.Money;
using OrleansWallet.Journal.Postgres;
using OrleansWallet.Testing;

namespace OrleansWallet.Journal.Tests;

/// <summary>A database with a journal, shared by the tests of one class.</summary>
public sealed class JournalFixture : IAsyncLifetime
{
    private readonly List<PostgresJournal> _more = [];

    public TestDatabase Database { get; private set; } = null!;

    public PostgresJournal Journal { get; private set; } = null!;

    /// <summary>
    /// A further journal, as another process has one; disposed with the fixture. With one writer
    /// the test knows what goes together.
    /// </summary>
    public PostgresJournal CreateJournal(
        JournalOptions? options = null, NpgsqlDataSource? dataSource = null, int writers = 1)
    {
        var journal = new PostgresJournal(
            dataSource ?? Database.DataSource, CurrencyRegistry.Default,
            (options ?? new JournalOptions()) with { Writers = writers }, TimeProvider.System,
            NullLogger<PostgresJournal>.Instance);
        _more.Add(journal);
        return journal;
    }

    /// <summary>Runs what appends to <see cref="Journal"/> so that all of it is one batch.</summary>
    public async Task<CommitResult[]> CommitTogether(Func<IEnumerable<Task<CommitResult>>> append)
    {
        var ahead = await WalletHand.Open(Journal, Commands.NewWallet("ahead"));
        var commits = new List<Task<CommitResult>>();
        await using (await HeldCommit.Start(Database))
        {
            var context = Commands.Context(reference: HeldCommit.Reference);
            _ = ahead.Append(Commands.Credit(Commands.Usd(1), context));
            await HeldCommit.Reached(Database);
            commits.AddRange(append());
        }

        return await Task.WhenAll(commits).WaitAsync(TimeSpan.FromSeconds(60));
    }

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.Create();
        Journal = CreateJournal();
    }

    public async Task DisposeAsync()
    {
        foreach (var journal in _more)
        {
            await journal.DisposeAsync();
        }

        await Database.DisposeAsync();
    }
}
