using OrleansWallet.Testing;
using static OrleansWallet.Testing.Commands;

namespace OrleansWallet.Journal.Tests.Writers;

public sealed class QueueTests(JournalFixture fixture) : IClassFixture<JournalFixture>
{
    [Fact]
    public async Task IsFull_WhenMoreUnitsWaitThanMay_IsTrueUntilTheyAreTaken()
    {
        var journal = fixture.CreateJournal(new JournalOptions { WaitingUnitsMax = 10 });
        var ahead = await WalletHand.Open(journal, NewWallet());
        var hand = await WalletHand.Open(journal, NewWallet());
        Assert.False(journal.IsFull);
        var commits = new List<Task<CommitResult>>();
        await using (await HeldCommit.Start(fixture.Database))
        {
            commits.Add(ahead.Append(Credit(Usd(1), Context(reference: HeldCommit.Reference))));
            await HeldCommit.Reached(fixture.Database);
            for (var i = 0; i < 10; i++)
            {
                Assert.False(journal.IsFull);
                commits.Add(hand.Append(Credit(Usd(1))));
            }

            Assert.True(journal.IsFull);
        }

        Assert.All(await Task.WhenAll(commits), r => Assert.IsType<CommitResult.Done>(r));
        Assert.False(journal.IsFull);
    }

    [Fact]
    public async Task DisposeAsync_WhenUnitsWait_CommitsThemAndTakesNoMore()
    {
        var journal = fixture.CreateJournal();
        var hand = await WalletHand.Open(journal, NewWallet());
        var late = await WalletHand.Open(journal, NewWallet());
        var commit = hand.Append([.. Enumerable.Range(0, 50).Select(_ => Credit(Usd(1)))]);

        await journal.DisposeAsync();

        Assert.IsType<CommitResult.Done>(await commit);
        Assert.IsType<CommitResult.NotAccepted>(await late.Append(Credit(Usd(1))));
        Assert.Equal(50, (await fixture.Journal.Open(hand.State.Id, default)).Opened.Seq);
    }
}
