using Npgsql;
using OrleansWallet.Journal.Postgres;
using OrleansWallet.Testing;
using static OrleansWallet.Testing.Commands;

namespace OrleansWallet.Journal.Tests.Writers;

/// <summary>A journal with two writers; neighbouring numbers belong to different ones.</summary>
public sealed class SeveralWritersTests(JournalFixture fixture) : IClassFixture<JournalFixture>
{
    private const int Writers = 2;

    [Fact]
    public async Task Append_WhileTheOtherWriterCommits_DoesNotWaitForIt()
    {
        var journal = fixture.CreateJournal(writers: Writers);
        var (held, free) = await OfBothWriters(journal);
        Task<CommitResult> holding;
        await using (await HeldCommit.Start(fixture.Database))
        {
            holding = held.Append(Credit(Usd(1), Context(reference: HeldCommit.Reference)));
            await HeldCommit.Reached(fixture.Database);

            Assert.IsType<CommitResult.Done>(
                await free.Append(Credit(Usd(1))).WaitAsync(TimeSpan.FromSeconds(30)));
            Assert.False(holding.IsCompleted);
        }

        Assert.IsType<CommitResult.Done>(await holding);
    }

    [Fact]
    public async Task Append_WhenCopiesOfANewWalletMeet_OneCommits()
    {
        var journal = fixture.CreateJournal(writers: Writers);
        var id = NewWallet();
        var copies = new List<WalletHand>();
        for (var i = 0; i < 4; i++)
        {
            copies.Add(await WalletHand.Open(journal, id));
        }

        var results = await Task.WhenAll(copies.Select(c => c.Append(Credit(Usd(2)))));

        Assert.Single(results, r => r is CommitResult.Done);
        Assert.Equal(3, results.Count(r => r is CommitResult.Fenced));
        Assert.Equal(1, (await journal.Open(id, default)).Opened.Seq);
    }

    [Fact]
    public async Task Append_WhenWalletsOfBothWritersBringOneKey_OneCommits()
    {
        var journal = fixture.CreateJournal(writers: Writers);
        var (first, second) = await OfBothWriters(journal);
        var key = Key();

        var results = await Task.WhenAll(
            first.Append(Credit(Usd(1), Context(key))), second.Append(Credit(Usd(1), Context(key))));

        Assert.Single(results, r => r is CommitResult.Done);
        var known = Assert.Single(results.OfType<CommitResult.KnownKeys>());
        Assert.Equal([key.Hash()], known.Known.Keys);
    }

    // Both write the same keys, in opposite orders.
    [Fact]
    public async Task Append_WhenBothWritersMeetManyKeysOfEachOther_NeitherWaitsForEver()
    {
        var journal = fixture.CreateJournal(writers: Writers);
        for (var round = 0; round < 5; round++)
        {
            var (first, second) = await OfBothWriters(journal);
            var keys = Enumerable.Range(0, 200).Select(_ => Key()).ToList();

            var results = await Task.WhenAll(
                first.Append([.. keys.Select(k => Credit(Usd(1), Context(k)))]),
                second.Append([.. keys.AsEnumerable().Reverse().Select(
                    k => Credit(Usd(1), Context(k)))])).WaitAsync(TimeSpan.FromSeconds(30));

            // The first few of each may have gone ahead of the rest.
            Assert.All(results, r => Assert.True(
                r is CommitResult.Done or CommitResult.KnownKeys or CommitResult.Discarded, $"{r}"));
        }
    }

    [Fact]
    public async Task Append_WhenBothLoseTheirConnectionsInTheirCommits_IsDoneOnce()
    {
        var journal = fixture.CreateJournal(writers: Writers);
        var (first, second) = await OfBothWriters(journal);
        Task<CommitResult>[] commits;
        await using (await HeldCommit.Start(fixture.Database))
        {
            commits =
            [
                first.Append(Credit(Usd(1), Context(reference: HeldCommit.Reference))),
                second.Append(Credit(Usd(1), Context(reference: HeldCommit.Reference))),
            ];
            var ended = new HashSet<int>();
            while (ended.Count < Writers)
            {
                var lost = await HeldCommit.Reached(fixture.Database);
                ended.Add(lost);
                await fixture.Database.Execute($"select pg_terminate_backend({lost}, 5000)");
            }
        }

        Assert.All(await Task.WhenAll(commits), r => Assert.IsType<CommitResult.Done>(r));
        Assert.Equal(1, (await journal.Open(first.State.Id, default)).Opened.Seq);
        Assert.Equal(1, (await journal.Open(second.State.Id, default)).Opened.Seq);
    }

    [Fact]
    public async Task DisposeAsync_WhenUnitsWaitForBoth_CommitsThem()
    {
        var journal = fixture.CreateJournal(writers: Writers);
        var (first, second) = await OfBothWriters(journal);
        Task<CommitResult>[] commits =
        [
            first.Append([.. Enumerable.Range(0, 50).Select(_ => Credit(Usd(1)))]),
            second.Append([.. Enumerable.Range(0, 50).Select(_ => Credit(Usd(1)))]),
        ];

        await journal.DisposeAsync();

        Assert.All(await Task.WhenAll(commits), r => Assert.IsType<CommitResult.Done>(r));
    }

    // Sessions are not reset between their uses.
    [Fact]
    public async Task Append_WhenItsConnectionIsGivenUp_LeavesItsSettingsToNobody()
    {
        const int Sessions = 4;
        var pool = fixture.Database.Connect(to =>
        {
            to.NoResetOnClose = true;
            to.MaxPoolSize = Sessions;
        });
        var journal = fixture.CreateJournal(dataSource: pool, writers: Writers);
        var (first, second) = await OfBothWriters(journal);
        foreach (var hand in (WalletHand[])[first, second])
        {
            Assert.IsType<CommitResult.NotAccepted>(await hand.Append(PoisonTests.Broken(hand)));
        }

        await journal.DisposeAsync();

        var connections = new List<NpgsqlConnection>();
        for (var i = 0; i < Sessions; i++)
        {
            var connection = await pool.OpenConnectionAsync();
            connections.Add(connection);
            await using var command = new NpgsqlCommand("show plan_cache_mode", connection);
            Assert.Equal("auto", await command.ExecuteScalarAsync());
        }

        connections.ForEach(c => c.Dispose());
    }

    [Fact]
    public void Create_WithoutAWriter_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => fixture.CreateJournal(writers: 0));

    private static async Task<(WalletHand First, WalletHand Second)> OfBothWriters(
        PostgresJournal journal)
    {
        var first = await WalletHand.Open(journal, NewWallet());
        while (true)
        {
            var second = await WalletHand.Open(journal, NewWallet());
            if (second.Line.WalletNo % Writers != first.Line.WalletNo % Writers)
            {
                return (first, second);
            }
        }
    }
}
