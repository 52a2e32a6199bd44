using OrleansWallet.Testing;
using static OrleansWallet.Testing.Commands;

namespace OrleansWallet.Journal.Tests.Commits;

public sealed class GroupCommitTests(JournalFixture fixture) : IClassFixture<JournalFixture>
{
    [Fact]
    public async Task Append_When500UnitsOf50WalletsComeAtOnce_TakesFewTransactions()
    {
        var hands = new List<WalletHand>();
        for (var i = 0; i < 50; i++)
        {
            hands.Add(await WalletHand.Open(fixture.Journal, NewWallet()));
        }

        var commits = new List<Task<CommitResult>>();
        for (var i = 0; i < 500; i++)
        {
            commits.Add(hands[i % 50].Append(Credit(Usd(i + 1))));
        }

        Assert.All(await Task.WhenAll(commits), r => Assert.IsType<CommitResult.Done>(r));
        var transactions = await fixture.Database.Scalar<long>(
            "select count(distinct xmin::text) from entries");
        Assert.InRange(transactions, 1, 60);
        await JournalAudit.Check(fixture.Database, fixture.Journal);
    }

    [Fact]
    public async Task Append_WhenACommitIsUnderWay_GivesTheNextUnitsOneTask()
    {
        var hand = await WalletHand.Open(fixture.Journal, NewWallet());
        var tasks = new List<Task<CommitResult>>();
        for (var i = 0; i < 200; i++)
        {
            tasks.Add(hand.Append(Credit(Usd(1))));
        }

        await Task.WhenAll(tasks);

        Assert.True(tasks.Distinct().Count() < 100);
        Assert.Equal(200, (await fixture.Journal.Open(hand.State.Id, default)).Opened.Seq);
    }

    [Fact]
    public async Task Append_WhenBatchesAreBounded_CommitsAllInOrder()
    {
        var journal = fixture.CreateJournal(new JournalOptions { BatchUnitsMax = 3 });
        var hands = new List<WalletHand>();
        for (var i = 0; i < 20; i++)
        {
            hands.Add(await WalletHand.Open(journal, NewWallet()));
        }

        var commits = new List<Task<CommitResult>>();
        for (var i = 0; i < 200; i++)
        {
            commits.Add(hands[i % 20].Append(Credit(Usd(1))));
        }

        Assert.All(await Task.WhenAll(commits), r => Assert.IsType<CommitResult.Done>(r));
        foreach (var hand in hands)
        {
            var again = await journal.Open(hand.State.Id, default);
            Assert.Equal(WalletStates.Describe(hand.State), WalletStates.Describe(again.Opened));
        }
    }
}
