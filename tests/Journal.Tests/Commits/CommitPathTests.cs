using OrleansWallet.Testing;
using static OrleansWallet.Testing.Commands;

namespace OrleansWallet.Journal.Tests.Commits;

/// <summary>
/// Each way to a commit (one statement, one round trip, copied) against what sets a wallet aside.
/// </summary>
public sealed class CommitPathTests(JournalFixture fixture) : IClassFixture<JournalFixture>
{
    public static TheoryData<int> Sizes => [1, 2, 200, 300];

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Append_WhenNothingIsInTheWay_WritesAllOfIt(int size)
    {
        var hand = await Opened();

        var results = await fixture.CommitTogether(() => [hand.Append(Groups.Credits(size))]);

        Assert.IsType<CommitResult.Done>(results[0]);
        var again = await fixture.Journal.Open(hand.State.Id, default);
        Assert.Equal(WalletStates.Describe(hand.State), WalletStates.Describe(again.Opened));
        await JournalAudit.Check(fixture.Database, fixture.Journal);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Append_WhenAnotherCopyCommittedFirst_IsFencedAndLeavesNothing(int size)
    {
        var first = await Opened();
        var second = await WalletHand.Open(fixture.Journal, first.State.Id);
        Assert.IsType<CommitResult.Done>(await first.Append(Credit(Usd(1))));

        var results = await fixture.CommitTogether(() => [second.Append(Groups.Credits(size))]);

        Assert.IsType<CommitResult.Fenced>(results[0]);
        var again = await fixture.Journal.Open(first.State.Id, default);
        Assert.Equal(WalletStates.Describe(first.State), WalletStates.Describe(again.Opened));
        Assert.IsType<CommitResult.Done>(await first.Append(Groups.Credits(size)));
        await JournalAudit.Check(fixture.Database, fixture.Journal);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Append_WhenAKeyIsKnown_TellsItAndLeavesNothing(int size)
    {
        var key = Key();
        var first = await Opened();
        await first.Append(Credit(Usd(5), Context(key)));
        var second = await Opened();
        var before = WalletStates.Describe(second.State);

        var results = await fixture.CommitTogether(
            () => [second.Append([.. Groups.Credits(size - 1), Credit(Usd(5), Context(key))])]);

        var known = Assert.IsType<CommitResult.KnownKeys>(results[0]).Known;
        Assert.Equal([key.Hash()], known.Keys);
        var again = await fixture.Journal.Open(second.State.Id, default);
        Assert.Equal(before, WalletStates.Describe(again.Opened));
        await JournalAudit.Check(fixture.Database, fixture.Journal);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Append_WhenOneOfManyWalletsIsFenced_TheOthersCommit(int size)
    {
        var stale = await Opened();
        await (await WalletHand.Open(fixture.Journal, stale.State.Id)).Append(Credit(Usd(1)));
        var others = new List<WalletHand>();
        for (var i = 0; i < size; i++)
        {
            others.Add(await Opened());
        }

        var results = await fixture.CommitTogether(
            () => others.Prepend(stale).Select(h => h.Append(Credit(Usd(2)))).ToList());

        Assert.IsType<CommitResult.Fenced>(results[0]);
        Assert.All(results[1..], r => Assert.IsType<CommitResult.Done>(r));
        await JournalAudit.Check(fixture.Database, fixture.Journal);
    }

    // What is copied comes before its head, what is small behind it: they may wait for one another.
    [Fact]
    public async Task Append_WhenACopiedBatchMeetsASmallOneOfAnotherCopy_OneIsFenced()
    {
        var other = fixture.CreateJournal();
        for (var i = 0; i < 10; i++)
        {
            var large = await WalletHand.Open(fixture.Journal, NewWallet());
            await large.Append(Credit(Usd(1)));
            var small = await WalletHand.Open(other, large.State.Id);

            var results = await Task.WhenAll(
                Task.Run(() => large.Append(
                    [.. Enumerable.Range(0, 1_000).Select(_ => Credit(Usd(1)))])),
                Task.Run(() => small.Append(Credit(Usd(1))))).WaitAsync(TimeSpan.FromSeconds(60));

            Assert.Contains(results, r => r is CommitResult.Done);
            Assert.Contains(results, r => r is CommitResult.Fenced or CommitResult.Discarded);
        }

        await JournalAudit.Check(fixture.Database, fixture.Journal);
    }

    [Fact]
    public async Task Append_WhenADebitIsAlone_WritesItsBalance()
    {
        var hand = await Opened();

        Assert.IsType<CommitResult.Done>(await hand.Append(Debit(Usd(3))));

        var again = await fixture.Journal.Open(hand.State.Id, default);
        Assert.Equal(WalletStates.Describe(hand.State), WalletStates.Describe(again.Opened));
    }

    [Fact]
    public async Task Append_WhenTheBalanceIsTheFirstOfItsCurrency_WritesItBesideTheOther()
    {
        var hand = await Opened();

        Assert.IsType<CommitResult.Done>(await hand.Append(Credit(Btc(3))));

        var again = await fixture.Journal.Open(hand.State.Id, default);
        Assert.Equal(2, again.Opened.Balances.Length);
        Assert.Equal(WalletStates.Describe(hand.State), WalletStates.Describe(again.Opened));
    }

    private async Task<WalletHand> Opened()
    {
        var hand = await WalletHand.Open(fixture.Journal, NewWallet());
        await hand.Append(Credit(Usd(10)));
        return hand;
    }
}
