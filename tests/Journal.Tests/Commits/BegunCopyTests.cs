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
        var name = $"prepared {comesSmall}";
        var time = new ManualTime();
        await using var dataSource = fixture.Database.Connect(to => to.ApplicationName = name);
        await using var store = new PostgresCommitStore(
            dataSource, new WriterOpenings(dataSource), CurrencyRegistry.Default, time);
        Assert.IsType<CommitTry.Committed>(await store.Commit(Small()));
        var backend = (await Session(name)).Backend;

        store.Prepare(Large);
        Assert.Matches("^active copy entries", (await Session(name)).Doing);
        if (comesSmall)
        {
            Assert.IsType<CommitTry.Committed>(await store.Commit(Small()));
            Assert.Matches("^idle in transaction ", (await Session(name)).Doing);
        }

        time.Advance(TimeSpan.FromMilliseconds(100));
        Assert.Matches("^idle rollback", (await Session(name)).Doing);
        Assert.IsType<CommitTry.Committed>(await store.Commit(Small()));
        Assert.Equal(backend, (await Session(name)).Backend);
    }

    private static CommitBatch Small() => new([], [new EntryLink(1, 1)]);

    // The only one: the store has not given its connection up.
    private async Task<(string Backend, string Doing)> Session(string name)
    {
        var sessions = await fixture.Database.Column<string>(
            "select pid || ' ' || state || ' ' || query from pg_stat_activity "
            + $"where datname = current_database() and application_name = '{name}'");
        var parts = Assert.Single(sessions).Split(' ', 2);
        return (parts[0], parts[1]);
    }

    private async Task AssertStored(WalletHand hand, long seq)
    {
        var again = await fixture.Journal.Open(hand.State.Id, default);
        Assert.Equal(seq, again.Opened.Seq);
        Assert.Equal(WalletStates.Describe(hand.State), WalletStates.Describe(again.Opened));
        await JournalAudit.Check(fixture.Database, fixture.Journal);
    }
}
