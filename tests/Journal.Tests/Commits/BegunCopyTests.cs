using System.Diagnostics;
using Npgsql;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal.Commits;
using OrleansWallet.Journal.Postgres;
using OrleansWallet.Testing;
using static OrleansWallet.Testing.Commands;

namespace OrleansWallet.Journal.Tests.Commits;

/// <summary>
/// While a large batch waits, the copy of its entries begins with the answer of the commit before:
/// what comes then may need something else, or nothing may come.
/// </summary>
public sealed class BegunCopyTests(JournalFixture fixture) : IClassFixture<JournalFixture>
{
    private const int Large = 300;

    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Append_WhenALargeBatchWaits_CopiesItsEntriesOnce()
    {
        var hand = await WalletHand.Open(fixture.Journal, NewWallet());
        await hand.Append(Credit(Usd(1)));

        var results = await fixture.CommitTogether(() => [hand.Append(Credits(Large))]);

        Assert.IsType<CommitResult.Done>(results[0]);
        await AssertStored(hand, 1 + Large);
    }

    [Fact]
    public async Task Append_WhenALargeBatchIsOfNewWallets_TheirHeadsComeFirst()
    {
        var hands = new List<WalletHand>();
        for (var i = 0; i < Large; i++)
        {
            hands.Add(await WalletHand.Open(fixture.Journal, NewWallet()));
        }

        var results = await fixture.CommitTogether(
            () => hands.ConvertAll(h => h.Append(Credit(Usd(2)))));

        Assert.All(results, r => Assert.IsType<CommitResult.Done>(r));
        await AssertStored(hands[0], 1);
    }

    [Fact]
    public async Task Append_WhenALargeBatchIsOfRefusals_WritesTheirKeys()
    {
        var hand = await WalletHand.Open(fixture.Journal, NewWallet());
        await hand.Append(Credit(Usd(1)));
        var debits = Enumerable.Range(0, Large).Select(_ => Debit(Usd(5))).ToArray();

        var results = await fixture.CommitTogether(() => [hand.Append(debits)]);

        Assert.IsType<CommitResult.Done>(results[0]);
        var known = await fixture.Journal.FindKeys(
            [.. debits.Select(d => d.Context.Key.Hash())], default);
        Assert.All(debits, d => Assert.NotNull(known[d.Context.Key.Hash()].Refusal));
        await AssertStored(hand, 1);
    }

    [Fact]
    public async Task Append_WhenTheConnectionIsCutAsTheCopyBegins_BothCommitsAreDone()
    {
        var server = new NpgsqlConnectionStringBuilder(fixture.Database.ConnectionString);
        await using var proxy = new TcpProxy(server.Host!, server.Port);
        var journal = fixture.CreateJournal(dataSource: fixture.Database.Connect(to =>
        {
            to.Host = "127.0.0.1";
            to.Port = proxy.Port;
        }));
        var ahead = await WalletHand.Open(journal, NewWallet());
        var hand = await WalletHand.Open(journal, NewWallet());
        await hand.Append(Credit(Usd(1)));
        var cuts = 1;
        proxy.CutBefore = piece => piece.Span.IndexOf("copy entries"u8) >= 0
            && Interlocked.Decrement(ref cuts) >= 0;
        Task<CommitResult> first, then;
        await using (await HeldCommit.Start(fixture.Database))
        {
            first = ahead.Append(Credit(Usd(1), Context(reference: HeldCommit.Reference)));
            await HeldCommit.Reached(fixture.Database);
            then = hand.Append(Credits(Large));
        }

        Assert.IsType<CommitResult.Done>(await first.WaitAsync(_timeout));
        Assert.IsType<CommitResult.Done>(await then.WaitAsync(_timeout));
        Assert.True(cuts < 0);
        await AssertStored(ahead, 1);
        await AssertStored(hand, 1 + Large);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Prepare_WhenNoLargeBatchComes_LeavesNothingOpen(bool comesSmall)
    {
        await using var dataSource = fixture.Database.Connect(
            to => to.ApplicationName = $"prepared {comesSmall}");
        await using var store = new PostgresCommitStore(
            dataSource, CurrencyRegistry.Default, TimeProvider.System);
        Assert.IsType<CommitTry.Committed>(await store.Commit(Small()));
        var backend = await Backend(comesSmall);

        store.Prepare(Large);
        Assert.Equal(1, await CountOpen(comesSmall, "state = 'active' and query like 'copy entries%'"));
        if (comesSmall)
        {
            Assert.IsType<CommitTry.Committed>(await store.Commit(Small()));
            Assert.Equal(0, await CountOpen(comesSmall, "state = 'active'"));
        }

        var started = Stopwatch.GetTimestamp();
        while (await CountOpen(comesSmall, "state <> 'idle'") > 0)
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < _timeout, "a transaction stays open");
            await Task.Delay(20);
        }

        Assert.IsType<CommitTry.Committed>(await store.Commit(Small()));
        Assert.Equal(backend, await Backend(comesSmall));
    }

    private static CommitBatch Small() => new([], [new EntryLink(1, 1)]);

    private static WalletCommand[] Credits(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Credit(Usd(i + 1)))];

    private Task<long> CountOpen(bool comesSmall, string where) =>
        fixture.Database.Scalar<long>(
            "select count(*) from pg_stat_activity where datname = current_database() "
            + $"and application_name = 'prepared {comesSmall}' and {where}");

    // The only one: the store has not given its connection up.
    private async Task<int> Backend(bool comesSmall) =>
        Assert.Single(await fixture.Database.Column<int>(
            "select pid from pg_stat_activity where datname = current_database() "
            + $"and application_name = 'prepared {comesSmall}'"));

    private async Task AssertStored(WalletHand hand, long seq)
    {
        var again = await fixture.Journal.Open(hand.State.Id, default);
        Assert.Equal(seq, again.Opened.Seq);
        Assert.Equal(WalletStates.Describe(hand.State), WalletStates.Describe(again.Opened));
        await JournalAudit.Check(fixture.Database, fixture.Journal);
    }
}
