using OrleansWallet.Api.Balances;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Api.Tests.Balances;

public sealed class FeedStateTests
{
    private static readonly Currency _usd = CurrencyRegistry.Default["USD"];
    private static readonly Currency _btc = CurrencyRegistry.Default["BTC"];

    [Fact]
    public void Take_WhenEntriesFollow_GivesThemInOrder()
    {
        var feed = Started(at: 0);
        feed.Offer([Credit(1, 10, 10), Credit(2, 5, 15)]);

        Assert.Equal((1, 0, null), Take(feed));
        Assert.Equal((2, 10, null), Take(feed));
        Assert.False(feed.TryTake(out _));
        Assert.Equal(2, feed.Told);
    }

    [Fact]
    public void Offer_WhenEntriesAreDoubled_DropsThem()
    {
        var feed = Started(at: 3);
        feed.Offer([Credit(2, 1, 2), Credit(3, 1, 3), Credit(4, 1, 4), Credit(4, 1, 4)]);

        Assert.Equal(4, Take(feed).Version);
        Assert.False(feed.TryTake(out _));
        Assert.False(feed.HasGap);
    }

    [Fact]
    public void Offer_WhenEntriesAreMissing_WaitsForThem()
    {
        var feed = Started(at: 0);
        feed.Offer([Credit(3, 1, 3)]);
        Assert.True(feed.HasGap);
        Assert.False(feed.TryTake(out _));

        feed.Offer([Credit(1, 1, 1), Credit(2, 1, 2), Credit(3, 1, 3)]);

        Assert.False(feed.HasGap);
        Assert.Equal([1, 2, 3], Enumerable.Range(0, 3).Select(_ => Take(feed).Version));
    }

    [Fact]
    public void Offer_WhenNotStarted_NotesTheHeadOnly()
    {
        var feed = new FeedState(4);
        feed.Offer([Credit(8, 1, 8)]);
        Assert.False(feed.HasGap);

        feed.Start(7);

        Assert.True(feed.HasGap);
        Assert.False(feed.TryTake(out _));
    }

    [Fact]
    public void Take_AfterAChangeOfStatus_SaysFromWhere()
    {
        var feed = Started(at: 1);
        feed.Offer([Frozen(2), Credit(3, 1, 2)]);

        Assert.Equal((3, 1, 1L), Take(feed));
    }

    [Fact]
    public void Offer_WhenMuchWaits_KeepsTheLatestOfEachBalance()
    {
        var feed = Started(at: 0);
        feed.Offer([Credit(1, 10, 10)]);
        Take(feed);

        feed.Offer(
        [
            Credit(2, 10, 20), Credit(3, 7, 7, _btc), Credit(4, 10, 30), Credit(5, 1, 8, _btc),
            Credit(6, 10, 40),
        ]);

        Assert.Equal((5, 0, 1L), Take(feed));
        Assert.Equal((6, 10, null), Take(feed));
        Assert.False(feed.TryTake(out _));
    }

    [Fact]
    public void Offer_WhenNobodyTakes_StaysSmall()
    {
        var feed = Started(at: 0);
        for (var seq = 1; seq <= 10_000; seq++)
        {
            feed.Offer([Credit(seq, 1, seq)]);
        }

        var taken = 0;
        while (feed.TryTake(out _))
        {
            taken++;
        }

        Assert.InRange(taken, 1, 4);
        Assert.Equal(10_000, feed.Told);
    }

    [Fact]
    public void Start_AfterRewinding_GivesOldEntriesAgain()
    {
        var feed = Started(at: 2);
        feed.Stop();
        feed.Start(0);
        feed.NoteHead(2);
        Assert.True(feed.HasGap);

        feed.Offer([Credit(1, 1, 1), Credit(2, 1, 2)]);

        Assert.Equal(1, Take(feed).Version);
        Assert.Equal(2, Take(feed).Version);
        Assert.False(feed.HasGap);
    }

    [Fact]
    public void DropGap_WhenItCannotBeFilled_EndsIt()
    {
        var feed = Started(at: 0);
        feed.NoteHead(5);

        feed.DropGap();

        Assert.False(feed.HasGap);
    }

    [Fact]
    public void Previous_WhenMoneyIsLocked_IsTheAvailableBefore()
    {
        var feed = Started(at: 1);
        feed.Offer([Credit(2, 30, 70) with { Kind = EntryKind.Locked, Locked = 30 }]);

        Assert.Equal((2, 100, null), Take(feed));
    }

    [Theory]
    [InlineData("e", 5, 10, true)]
    [InlineData("e", 10, 10, true)]
    [InlineData("e", 11, 10, false)]
    [InlineData("e", 4, 10, false)]
    [InlineData("f", 10, 10, false)]
    public void CanResume_DependsOnEpochAndDistance(
        string epoch, long version, long head, bool expected) =>
        Assert.Equal(expected, new FeedPosition(epoch, version).CanResume("e", head, 5));

    private static FeedState Started(long at)
    {
        var feed = new FeedState(4);
        feed.Start(at);
        return feed;
    }

    private static (long Version, Int128 Previous, long? From) Take(FeedState feed)
    {
        Assert.True(feed.TryTake(out var change));
        return (change.Entry.Seq, change.Previous, change.FromVersion);
    }

    private static Entry Credit(
        long seq, Int128 amount, Int128 available, Currency? currency = null) => new()
        {
            Seq = seq,
            Kind = EntryKind.Credited,
            Amount = new Amount(amount, currency ?? _usd),
            Available = available,
            Type = new TransactionType("t"),
            Reference = new ReferenceId("r"),
            At = DateTimeOffset.UnixEpoch,
        };

    private static Entry Frozen(long seq) => new()
    {
        Seq = seq,
        Kind = EntryKind.Frozen,
        Type = new TransactionType("t"),
        Reference = new ReferenceId("r"),
        At = DateTimeOffset.UnixEpoch,
    };
}
