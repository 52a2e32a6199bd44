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
    public async Task Append_WhenALargeBatchIsOfOneNewWallet_ItsHeadComesFirst()
    {
        var hand = await WalletHand.Open(fixture.Journal, NewWallet());

        var results = await fixture.CommitTogether(() => [hand.Append(Groups.Credits(Large))]);

        Assert.IsType<CommitResult.Done>(results[0]);
        await AssertStored(hand, Large);
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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Prepare_WhenNoLargeBatchComes_LeavesNothingOpen(bool comesSmall)
    {
        await using var own = new Own(fixture, $"prepared {comesSmall}");
        Assert.IsType<CommitTry.Committed>(await own.Store.Commit(Small()));
        var backend = (await own.Session()).Backend;

        own.Store.Prepare(new CommitBatch([Groups.OfNobody(Large)], []));
        Assert.Matches("^active copy entries", (await own.Session()).Doing);
        if (comesSmall)
        {
            Assert.IsType<CommitTry.Committed>(await own.Store.Commit(Small()));
            Assert.Matches("^idle in transaction ", (await own.Session()).Doing);
        }

        own.Time.Advance(TimeSpan.FromMilliseconds(100));
        Assert.Matches("^idle rollback", (await own.Session()).Doing);
        Assert.IsType<CommitTry.Committed>(await own.Store.Commit(Small()));
        Assert.Equal(backend, (await own.Session()).Backend);
    }

    [Theory]
    [InlineData("itself")]
    [InlineData("small")]
    [InlineData("large")]
    [InlineData("none")]
    [InlineData("itself, of a new wallet")]
    public async Task Prepare_WhenItSentRows_TheyAreCommittedWithTheirBatchAlone(string comes)
    {
        await using var own = new Own(fixture, $"sent {comes}");
        Assert.IsType<CommitTry.Committed>(await own.Store.Commit(Small()));
        var backend = (await own.Session()).Backend;
        var hand = comes.EndsWith("new wallet", StringComparison.Ordinal)
            ? await WalletHand.Open(fixture.Journal, NewWallet())
            : await Opened();
        var (other, last) = (await Opened(), hand.State.Seq + Large);
        var batch = new CommitBatch([own.Group(hand, Large)], []);

        own.Store.Prepare(batch);
        var begun = await own.Transaction();
        switch (comes)
        {
            case "small":
                Assert.IsType<CommitTry.Committed>(await own.Store.Commit(Small()));
                break;
            case "large":
                await own.Commit(new CommitBatch([own.Group(other, Large)], []));
                break;
            case "none":
                own.Time.Advance(TimeSpan.FromMilliseconds(100));
                break;
        }

        await own.Commit(batch);

        Assert.Equal(backend, (await own.Session()).Backend);
        var written = await fixture.Database.Column<string>(
            $"select distinct xmin::text from entries where wallet_no = {hand.Line.WalletNo} "
            + $"and seq > {last - Large}");
        Assert.Equal(comes == "itself", Assert.Single(written) == begun);
        await AssertStored(hand, last);
        await AssertStored(other, comes == "large" ? 1 + Large : 1);
    }

    [Fact]
    public async Task Prepare_WhenARestIsDue_LeavesItToTheCommit()
    {
        await using var own = new Own(fixture, "rests first");
        var hand = await Opened();
        var batch = new CommitBatch([own.Group(hand, Large)], []);
        for (var i = 0; i < 112; i++)
        {
            // Less than after what a begun transaction counts as idle.
            Assert.IsType<CommitTry.Committed>(await own.Store.Commit(Small()));
            own.Time.Advance(TimeSpan.FromMilliseconds(90));
        }

        own.Store.Prepare(batch);
        Assert.Matches("^idle in transaction ", (await own.Session()).Doing);
        await own.Commit(batch);

        await AssertStored(hand, 1 + Large);
    }

    [Fact]
    public async Task Append_WhenALargeWalletGoesWithSmallOnes_WritesEachOnce()
    {
        var hands = new List<WalletHand>();
        for (var i = 0; i < 20; i++)
        {
            hands.Add(await Opened());
        }

        var results = await fixture.CommitTogether(() => hands.Select(
            (hand, i) => hand.Append(Groups.Credits(i % 7 == 3 ? Large : 2))).ToList());

        Assert.All(results, r => Assert.IsType<CommitResult.Done>(r));
        for (var i = 0; i < hands.Count; i++)
        {
            await AssertStored(hands[i], 1 + (i % 7 == 3 ? Large : 2));
        }
    }

    private async Task<WalletHand> Opened()
    {
        var hand = await WalletHand.Open(fixture.Journal, NewWallet());
        await hand.Append(Credit(Usd(1)));
        return await WalletHand.Open(fixture.Journal, hand.State.Id);
    }

    private static CommitBatch Small() => new([], [new EntryLink(1, 1)]);

    private async Task AssertStored(WalletHand hand, long seq)
    {
        var again = await fixture.Journal.Open(hand.State.Id, default);
        Assert.Equal(seq, again.Opened.Seq);
        if (hand.State.Seq == seq)
        {
            Assert.Equal(WalletStates.Describe(hand.State), WalletStates.Describe(again.Opened));
        }

        await JournalAudit.Check(fixture.Database, fixture.Journal);
    }

    // A store on a connection with a name, and its own time.
    private sealed class Own : IAsyncDisposable
    {
        private readonly JournalFixture _fixture;
        private readonly string _name;
        private readonly NpgsqlDataSource _dataSource;

        public Own(JournalFixture fixture, string name)
        {
            (_fixture, _name) = (fixture, name);
            _dataSource = fixture.Database.Connect(to => to.ApplicationName = name);
            Store = new PostgresCommitStore(
                _dataSource, new WriterOpenings(_dataSource), CurrencyRegistry.Default, Time);
        }

        public ManualTime Time { get; } = new();

        public PostgresCommitStore Store { get; }

        public CommitGroup Group(WalletHand hand, int size) =>
            Groups.Of(hand, Groups.Credits(size), Store.WriteAhead);

        public async Task Commit(CommitBatch batch)
        {
            Assert.IsType<CommitTry.Committed>(await Store.Commit(batch));
            batch.CompleteAll(CommitResult.Done.Instance);
        }

        // The only one: the store has not given its connection up.
        public async Task<(string Backend, string Doing)> Session()
        {
            var sessions = await _fixture.Database.Column<string>(
                "select pid || ' ' || state || ' ' || query from pg_stat_activity "
                + $"where datname = current_database() and application_name = '{_name}'");
            var parts = Assert.Single(sessions).Split(' ', 2);
            return (parts[0], parts[1]);
        }

        public Task<string> Transaction() => _fixture.Database.Scalar<string>(
            "select backend_xid::text from pg_stat_activity "
            + $"where datname = current_database() and application_name = '{_name}'");

        public async ValueTask DisposeAsync()
        {
            await Store.DisposeAsync();
            await _dataSource.DisposeAsync();
        }
    }
}
