using System.Diagnostics;
using System.Text;
using Npgsql;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Testing;
using static OrleansWallet.Testing.Commands;

namespace OrleansWallet.Journal.Tests.InDoubt;

/// <summary>
/// The connection breaks around the COMMIT: a proxy cuts the writer's side, and the server is
/// held within its commit, so that it may still commit later.
/// </summary>
public sealed class InDoubtTests(JournalFixture fixture) : IClassFixture<JournalFixture>
{
    private const int ReadyForQueryLength = 6;

    [Fact]
    public async Task Append_WhenTheLostBackendCommitsLater_IsDoneOnce()
    {
        await using var proxy = Proxy();
        var journal = Journal(proxy, new JournalOptions());
        var hands = await Hands(journal, 3);
        List<Task<CommitResult>> commits;
        await using (await HeldCommit.Start(fixture.Database))
        {
            commits = AppendHeld(hands);
            await HeldCommit.Reached(fixture.Database);
            proxy.CutClients();
            await Task.Delay(300);
            Assert.DoesNotContain(commits, c => c.IsCompleted);
        }

        await AssertDoneOnce(hands, commits);
    }

    [Fact]
    public async Task Append_WhenTheLostBackendIsTerminated_IsCommittedByTheRetryOnce()
    {
        await using var proxy = Proxy();
        var journal = Journal(proxy, new JournalOptions());
        var hands = await Hands(journal, 3);
        List<Task<CommitResult>> commits;
        await using (await HeldCommit.Start(fixture.Database))
        {
            commits = AppendHeld(hands);
            var lost = await HeldCommit.Reached(fixture.Database);
            proxy.CutClients();
            await fixture.Database.Execute($"select pg_terminate_backend({lost})");
            // The retry meets the same trigger.
            while (await HeldCommit.Reached(fixture.Database) == lost)
            {
                await Task.Delay(10);
            }
        }

        await AssertDoneOnce(hands, commits);
    }

    [Fact]
    public async Task Append_WhenTheBackendIsTerminatedWithinItsCommit_IsCommittedByTheRetryOnce()
    {
        var hands = await Hands(fixture.Journal, 3);
        List<Task<CommitResult>> commits;
        await using (await HeldCommit.Start(fixture.Database))
        {
            commits = AppendHeld(hands);
            var lost = await HeldCommit.Reached(fixture.Database);
            await fixture.Database.Execute($"select pg_terminate_backend({lost})");
            while (await HeldCommit.Reached(fixture.Database) == lost)
            {
                await Task.Delay(10);
            }
        }

        await AssertDoneOnce(hands, commits);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Append_WhenTheDoubtWindowPasses_IsInDoubtAndARetryTakesEffectOnce(
        bool commitsLater)
    {
        await using var proxy = Proxy();
        var journal = Journal(
            proxy, new JournalOptions { DoubtWindow = TimeSpan.FromMilliseconds(500) });
        var hand = (await Hands(journal, 1))[0];
        var key = Key();
        Task<CommitResult> again;
        await using (await HeldCommit.Start(fixture.Database))
        {
            var commit = hand.Append(
                Credit(Usd(5), Context(key, HeldCommit.Reference)));
            var lost = await HeldCommit.Reached(fixture.Database);
            proxy.CutClients();

            Assert.IsType<CommitResult.InDoubt>(await commit.WaitAsync(Timeout));
            Assert.IsType<CommitResult.Discarded>(await hand.Append(Credit(Usd(1))));

            // Another copy asks again with the same key; the lost backend still holds it.
            var next = await WalletHand.Open(journal, hand.State.Id);
            again = next.Append(Credit(Usd(5), Context(key, "again")));
            await Task.Delay(200);
            Assert.False(again.IsCompleted);
            if (!commitsLater)
            {
                await fixture.Database.Execute($"select pg_terminate_backend({lost})");
            }
        }

        var result = await again.WaitAsync(Timeout);
        if (commitsLater)
        {
            // The key is told; or the head that the lost commit moved is met first.
            Assert.True(result is CommitResult.KnownKeys or CommitResult.Fenced);
            Assert.Single((await journal.FindKeys([key.Hash()], default))[key.Hash()].Entries);
        }
        else
        {
            Assert.IsType<CommitResult.Done>(result);
        }

        Assert.Equal(2, (await journal.Open(hand.State.Id, default)).Opened.Seq);
    }

    [Fact]
    public async Task Append_WhenTheConnectionIsCutBeforeCommitWasSent_IsTriedAgain()
    {
        await using var proxy = Proxy();
        var journal = Journal(proxy, new JournalOptions());
        var hands = await Hands(journal, 3);
        var cuts = 1;
        proxy.CutBefore = piece => Contains(piece, "insert into entries")
            && Interlocked.Decrement(ref cuts) >= 0;

        var commits = hands.ConvertAll(h => h.Append(Credit(Usd(5))));

        await AssertDoneOnce(hands, commits);
        Assert.True(cuts < 0);
    }

    // The commit before has not been answered yet; the copy begins once more.
    [Fact]
    public async Task Append_WhenTheConnectionIsCutAsTheNextCopyBegins_BothCommitsAreDone()
    {
        await using var proxy = Proxy();
        var journal = Journal(proxy, new JournalOptions());
        var hands = await Hands(journal, 2);
        var cuts = 1;
        proxy.CutBefore = piece => Contains(piece, "copy entries")
            && Interlocked.Decrement(ref cuts) >= 0;
        List<Task<CommitResult>> commits;
        await using (await HeldCommit.Start(fixture.Database))
        {
            commits = AppendHeld(hands[..1]);
            await HeldCommit.Reached(fixture.Database);
            commits.Add(hands[1].Append(
                [.. Enumerable.Range(0, 300).Select(_ => Credit(Usd(1)))]));
        }

        await AssertDoneOnce(hands, commits);
        Assert.True(cuts < 0);
    }

    [Fact]
    public async Task Append_WhenTheConnectionIsCutWithinTheFirstRoundTrip_IsTriedAgain()
    {
        await using var proxy = Proxy();
        var journal = Journal(proxy, new JournalOptions());
        var hands = await Hands(journal, 3);
        var cuts = 2;
        proxy.CutBefore = piece => Contains(piece, "insert into keys")
            && Interlocked.Decrement(ref cuts) >= 0;

        var commits = hands.ConvertAll(h => h.Append(Credit(Usd(5))));

        await AssertDoneOnce(hands, commits);
        Assert.True(cuts < 0);
    }

    // Found by the chaos run: Npgsql notices it while it reads the answer to its end, in silence.
    [Fact]
    public async Task Append_WhenTheConnectionEndsBehindARefusal_IsTriedAgain()
    {
        await using var proxy = Proxy();
        var journal = Journal(proxy, new JournalOptions());
        var hands = await Hands(journal, 2);
        var key = Context(key: CommandKey.FromService("pay", NewWallet().Value));
        Assert.IsType<CommitResult.Done>(await hands[0].Append(Credit(Usd(5), key)));
        var ends = 1;
        proxy.EndAfter = piece =>
            Contains(piece, PostgresErrorCodes.UniqueViolation)
            && Interlocked.Decrement(ref ends) >= 0
                ? piece.Length - ReadyForQueryLength
                : null;

        var result = await hands[1].Append(Credit(Usd(5), key)).WaitAsync(Timeout);

        Assert.IsType<CommitResult.KnownKeys>(result);
        Assert.True(ends < 1);
    }

    [Fact]
    public async Task Append_WhenTheDatabaseStaysAway_IsNotAcceptedAndLaterOnesAtOnce()
    {
        await using var proxy = Proxy();
        var journal = Journal(
            proxy, new JournalOptions { RetryWindow = TimeSpan.FromMilliseconds(300) });
        var hands = await Hands(journal, 3);
        // What is sent at once with its commit is in doubt when nobody answers.
        await AwaitIdle();
        proxy.Refuse();
        proxy.CutClients();

        foreach (var hand in hands)
        {
            Assert.IsType<CommitResult.NotAccepted>(
                await hand.Append(Credit(Usd(5))).WaitAsync(Timeout));
        }

        await Assert.ThrowsAsync<JournalUnavailableException>(
            async () => await journal.Open(hands[0].State.Id, default));
        await Assert.ThrowsAsync<JournalUnavailableException>(
            async () => await hands[0].Line.IsCurrent(default));
        await Assert.ThrowsAsync<JournalUnavailableException>(
            async () => await journal.FindKeys([1], default));

        proxy.Resume();
        var afresh = await WalletHand.Open(journal, hands[0].State.Id);
        Assert.Equal(1, afresh.State.Seq);
        Assert.IsType<CommitResult.Done>(await afresh.Append(Credit(Usd(5))).WaitAsync(Timeout));
    }

    // The next transaction begins ahead: it must not stay open when nothing comes.
    private async Task AwaitIdle()
    {
        var started = Stopwatch.GetTimestamp();
        while (await fixture.Database.Scalar<long>(
            "select count(*) from pg_stat_activity where datname = current_database() "
            + "and state like 'idle in transaction%'") > 0)
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < Timeout, "a transaction stays open");
            await Task.Delay(20);
        }
    }

    private static TimeSpan Timeout { get; } = TimeSpan.FromSeconds(30);

    private static bool Contains(ReadOnlyMemory<byte> piece, string text) =>
        piece.Span.IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;

    private static List<Task<CommitResult>> AppendHeld(List<WalletHand> hands) =>
        hands.ConvertAll(
            h => h.Append(Credit(Usd(5), Context(reference: HeldCommit.Reference))));

    private TcpProxy Proxy()
    {
        var server = new NpgsqlConnectionStringBuilder(fixture.Database.ConnectionString);
        return new TcpProxy(server.Host!, server.Port);
    }

    private Postgres.PostgresJournal Journal(TcpProxy proxy, JournalOptions options) =>
        fixture.CreateJournal(options, fixture.Database.Connect(to =>
        {
            to.Host = "127.0.0.1";
            to.Port = proxy.Port;
            to.Timeout = 2;
        }));

    // Existing wallets, each with one entry.
    private static async Task<List<WalletHand>> Hands(IJournal journal, int count)
    {
        var hands = new List<WalletHand>();
        for (var i = 0; i < count; i++)
        {
            hands.Add(await WalletHand.Open(journal, NewWallet()));
            Assert.IsType<CommitResult.Done>(await hands[i].Append(Credit(Usd(100))));
        }

        return hands;
    }

    private async Task AssertDoneOnce(List<WalletHand> hands, List<Task<CommitResult>> commits)
    {
        var results = await Task.WhenAll(commits).WaitAsync(Timeout);
        Assert.All(results, r => Assert.IsType<CommitResult.Done>(r));
        foreach (var hand in hands)
        {
            var again = await fixture.Journal.Open(hand.State.Id, default);
            Assert.Equal(WalletStates.Describe(hand.State), WalletStates.Describe(again.Opened));
            Assert.IsType<CommitResult.Done>(await hand.Append(Credit(Usd(1))).WaitAsync(Timeout));
        }

        await JournalAudit.Check(fixture.Database, fixture.Journal);
    }
}
