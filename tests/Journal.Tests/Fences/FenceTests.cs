using OrleansWallet.Domain.Ids;
using OrleansWallet.Journal.Commits;
using OrleansWallet.Testing;
using static OrleansWallet.Testing.Commands;
using static OrleansWallet.Testing.Wait;

namespace OrleansWallet.Journal.Tests.Fences;

public sealed class FenceTests(JournalFixture fixture) : IClassFixture<JournalFixture>
{
    // Longer than a line that asked stays out of the statements of others.
    private static readonly TimeSpan _soon = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Append_WhenAnotherLineCommittedFirst_IsFencedAndItsNeighboursCommit(bool isNew)
    {
        var id = await Wallet(isNew);
        var first = await WalletHand.Open(fixture.Journal, id);
        var second = await WalletHand.Open(fixture.Journal, id);
        var neighbours = await Neighbours(5);
        Assert.IsType<CommitResult.Done>(await first.Append(Credit(Usd(1))));

        var results = await fixture.CommitTogether(
            () => neighbours.Prepend(second).Select(h => h.Append(Credit(Usd(2)))).ToList());

        Assert.IsType<CommitResult.Fenced>(results[0]);
        Assert.All(results[1..], r => Assert.IsType<CommitResult.Done>(r));
        await AssertReload([first, .. neighbours]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Append_WhenTwoLinesOfAWalletMeetInOneBatch_OneCommits(bool isNew)
    {
        var id = await Wallet(isNew);
        var hands = new List<WalletHand>();
        for (var i = 0; i < 3; i++)
        {
            hands.Add(await WalletHand.Open(fixture.Journal, id));
        }

        var neighbours = await Neighbours(4);
        var results = await fixture.CommitTogether(
            () => hands.Concat(neighbours).Select(h => h.Append(Credit(Usd(2)))).ToList());

        Assert.IsType<CommitResult.Done>(results[0]);
        Assert.IsType<CommitResult.Fenced>(results[1]);
        Assert.IsType<CommitResult.Fenced>(results[2]);
        Assert.All(results[3..], r => Assert.IsType<CommitResult.Done>(r));
        await AssertReload([hands[0], .. neighbours]);
    }

    [Fact]
    public async Task Append_WhenTheLineIsBroken_IsDiscarded()
    {
        var id = await Wallet(isNew: false);
        var first = await WalletHand.Open(fixture.Journal, id);
        var second = await WalletHand.Open(fixture.Journal, id);
        await first.Append(Credit(Usd(1)));

        Assert.IsType<CommitResult.Fenced>(await second.Append(Credit(Usd(2))));

        Assert.IsType<CommitResult.Discarded>(await second.Append(Credit(Usd(2))));
        Assert.IsType<CommitResult.Done>(await first.Append(Credit(Usd(2))));
    }

    [Fact]
    public async Task Append_WhenUnitsWaitBehindAFencedOne_AreDiscarded()
    {
        var id = await Wallet(isNew: false);
        var first = await WalletHand.Open(fixture.Journal, id);
        var second = await WalletHand.Open(fixture.Journal, id);
        await first.Append(Credit(Usd(1)));

        var results = new List<CommitResult>();
        for (var i = 0; i < 50; i++)
        {
            _ = second.Append(Credit(Usd(2)));
            if (i % 10 == 0)
            {
                await Task.Yield();
            }
        }

        results.Add(await second.Append(Credit(Usd(2))));

        Assert.All(results, r => Assert.True(r is CommitResult.Fenced or CommitResult.Discarded));
        Assert.Equal(2, (await fixture.Journal.Open(id, default)).Opened.Seq);
    }

    [Fact]
    public async Task IsCurrent_WhenOnlyThisLineWrote_IsTrue()
    {
        var hand = await WalletHand.Open(fixture.Journal, NewWallet());
        Assert.True(await hand.Line.IsCurrent(default));

        await hand.Append(Credit(Usd(1)));
        Assert.True(await hand.Line.IsCurrent(default));

        var reader = await WalletHand.Open(fixture.Journal, hand.State.Id);
        await hand.Append(Credit(Usd(1)));
        Assert.True(await hand.Line.IsCurrent(default));
        Assert.False(await reader.Line.IsCurrent(default));
    }

    [Fact]
    public async Task IsCurrent_WhenAnotherLineWrote_IsFalse()
    {
        var id = NewWallet();
        var first = await WalletHand.Open(fixture.Journal, id);
        var second = await WalletHand.Open(fixture.Journal, id);

        await second.Append(Credit(Usd(1)));

        Assert.False(await first.Line.IsCurrent(default));
        Assert.True(await second.Line.IsCurrent(default));
    }

    [Fact]
    public async Task IsCurrent_WhenManyAskAtOnce_AnswersEachForItself()
    {
        var hands = new List<(WalletHand Hand, bool IsCurrent)>();
        for (var i = 0; i < 60; i++)
        {
            var id = NewWallet();
            var hand = await WalletHand.Open(fixture.Journal, id);
            // A third has no row yet, a third a row of its own, a third another copy's.
            if (i % 3 > 0)
            {
                var writer = i % 3 == 1 ? hand : await WalletHand.Open(fixture.Journal, id);
                await writer.Append(Credit(Usd(i)));
            }

            hands.Add((hand, i % 3 < 2));
        }

        var asked = hands.ConvertAll(
            h => Task.Run(() => h.Hand.Line.IsCurrent(default).AsTask()));

        Assert.Equal(hands.ConvertAll(h => h.IsCurrent), await Task.WhenAll(asked));
    }

    [Fact]
    public async Task SeenAt_WhenAnotherLineAsks_MovesForTheLinesThatAskedBefore()
    {
        await OtherWriterIsThere();
        var (asking, current, moved) = (await Asked(), await Asked(), await Asked());
        var rival = await WalletHand.Open(fixture.Journal, moved.State.Id);
        await rival.Append(Credit(Usd(1)));
        var (currentSeenAt, movedSeenAt) = (SeenAt(current), SeenAt(moved));

        await Task.Delay(_soon);
        Assert.True(await asking.Line.IsCurrent(default));

        // The line is told behind the answers of those that asked.
        await Until(() => SeenAt(current) > currentSeenAt);
        Assert.Equal(movedSeenAt, SeenAt(moved));
    }

    // The row was read before the line's own commit, and compared after it.
    [Fact]
    public async Task Matches_WhenTheLineMovedItsHeadMeanwhile_GoesByTheHeadThatWasAskedFor()
    {
        var wrote = await Asked();
        var hand = await WalletHand.Open(fixture.Journal, wrote.State.Id);
        var line = Assert.IsType<WalletLine>(hand.Line);
        var (head, row) = (line.Head, (line.Head.Seq, line.Head.Token));

        await hand.Append(Credit(Usd(1)));

        Assert.NotEqual(head, line.Head);
        Assert.True(line.Matches(head, row));
        Assert.False(line.Matches(line.Head, row));
    }

    [Fact]
    public async Task SeenAt_WhenNobodyWantsToKnow_DoesNotMoveForEver()
    {
        await OtherWriterIsThere();
        var (asking, forgotten) = (await Asked(), await Asked());
        var seenAt = new List<long>();
        for (var i = 0; i < 6; i++)
        {
            await Task.Delay(_soon);
            Assert.True(await asking.Line.IsCurrent(default));
            seenAt.Add(SeenAt(forgotten));
        }

        Assert.Equal(seenAt[^2], seenAt[^1]);
        Assert.NotEqual(seenAt[0], seenAt[^1]);
    }

    [Fact]
    public async Task IsCurrent_WhenTheCallerGivesUp_LeavesTheOthersTheirAnswers()
    {
        var hand = await WalletHand.Open(fixture.Journal, NewWallet());
        using var givenUp = new CancellationTokenSource();
        await givenUp.CancelAsync();

        var first = hand.Line.IsCurrent(givenUp.Token).AsTask();
        var second = hand.Line.IsCurrent(default).AsTask();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.True(await second);
    }

    [Fact]
    public async Task Append_WhenARefusalWithKeyWasWrittenElsewhere_IsNotFenced()
    {
        var id = await Wallet(isNew: false);
        var first = await WalletHand.Open(fixture.Journal, id);
        var second = await WalletHand.Open(fixture.Journal, id);

        Assert.IsType<CommitResult.Done>(await second.Append(Debit(Usd(999))));

        Assert.IsType<CommitResult.Done>(await first.Append(Credit(Usd(1))));
    }

    private async Task<WalletId> Wallet(bool isNew)
    {
        var id = NewWallet();
        if (!isNew)
        {
            await (await WalletHand.Open(fixture.Journal, id)).Append(Credit(Usd(100)));
        }

        return id;
    }

    private async Task<List<WalletHand>> Neighbours(int count)
    {
        var hands = new List<WalletHand>();
        for (var i = 0; i < count; i++)
        {
            hands.Add(await WalletHand.Open(fixture.Journal, await Wallet(isNew: i % 2 == 0)));
        }

        return hands;
    }

    private async Task AssertReload(IEnumerable<WalletHand> hands)
    {
        foreach (var hand in hands)
        {
            var again = await fixture.Journal.Open(hand.State.Id, default);
            Assert.Equal(WalletStates.Describe(hand.State), WalletStates.Describe(again.Opened));
        }
    }

    // Without one heads are not read.
    private async Task OtherWriterIsThere()
    {
        await (await WalletHand.Open(fixture.CreateJournal(), NewWallet())).Append(Credit(Usd(1)));
        var line = (await Asked()).Line;
        await Until(() =>
        {
            _ = line.WasCurrent(_soon);
            return !fixture.Journal.Others.AreAbsent;
        });
    }

    private static long SeenAt(WalletHand hand) => Assert.IsType<WalletLine>(hand.Line).SeenAt;

    private async Task<WalletHand> Asked()
    {
        var hand = await WalletHand.Open(fixture.Journal, NewWallet());
        await hand.Append(Credit(Usd(1)));
        Assert.True(await hand.Line.IsCurrent(default));
        return hand;
    }
}
