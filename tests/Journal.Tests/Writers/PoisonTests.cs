using OrleansWallet.Testing;
using static OrleansWallet.Testing.Commands;

namespace OrleansWallet.Journal.Tests.Writers;

public sealed class PoisonTests(JournalFixture fixture) : IClassFixture<JournalFixture>
{
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task Append_WhenTheDatabaseRefusesOneWalletsRows_CommitsItsNeighbours(int at)
    {
        var hands = await Opened(8);

        var results = await fixture.CommitTogether(() => hands.Select(
            (h, i) => i == at ? h.Append(Broken(h)) : h.Append(Credit(Usd(5)))).ToList());

        for (var i = 0; i < hands.Count; i++)
        {
            var again = await fixture.Journal.Open(hands[i].State.Id, default);
            Assert.Equal(i == at ? 0 : 1, again.Opened.Seq);
            Assert.IsType(
                i == at ? typeof(CommitResult.NotAccepted) : typeof(CommitResult.Done), results[i]);
        }

        Assert.IsType<CommitResult.Discarded>(await hands[at].Append(Credit(Usd(5))));
        var afresh = await WalletHand.Open(fixture.Journal, hands[at].State.Id);
        Assert.IsType<CommitResult.Done>(await afresh.Append(Credit(Usd(5))));
    }

    [Fact]
    public async Task Append_WhenARowAmongManyIsRefused_CommitsItsNeighbours()
    {
        var hands = await Opened(8);
        await Task.WhenAll(hands.Select(h => h.Append(Credit(Usd(1)))));

        var results = await fixture.CommitTogether(() => hands.Select((h, i) =>
        {
            var credits = h.Append([.. Enumerable.Range(0, 60).Select(_ => Credit(Usd(5)))]);
            return i == 5 ? h.Append(Unreadable(h)) : credits;
        }).ToList());

        Assert.IsType<CommitResult.NotAccepted>(results[5]);
        for (var i = 0; i < hands.Count; i++)
        {
            var again = await fixture.Journal.Open(hands[i].State.Id, default);
            Assert.Equal(i == 5 ? 1 : 61, again.Opened.Seq);
        }

        await JournalAudit.Check(fixture.Database, fixture.Journal);
    }

    // As after a restore that lost heads and not entries.
    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public async Task Append_WhenAnEntryStandsInTheWay_CommitsItsNeighbours(int size)
    {
        var hands = await Opened(8);
        await Task.WhenAll(hands.Select(h => h.Append(Credit(Usd(1)))));

        await fixture.Database.Execute(
            "insert into entries (wallet_no, seq, kind, account, leg, at, available, locked, type, "
            + "reference, hash) select wallet_no, 2, kind, account, leg, at, available, locked, type, "
            + $"reference, hash from entries where wallet_no = {hands[2].Line.WalletNo}");

        var results = await fixture.CommitTogether(() => hands.Select(
            h => h.Append([.. Enumerable.Range(0, size).Select(_ => Credit(Usd(5)))])).ToList());

        Assert.IsType<CommitResult.NotAccepted>(results[2]);
        results[2] = CommitResult.Done.Instance;
        Assert.All(results, r => Assert.IsType<CommitResult.Done>(r));
        await fixture.Database.Execute(
            $"delete from entries where wallet_no = {hands[2].Line.WalletNo} and seq = 2");
    }

    private async Task<List<WalletHand>> Opened(int count)
    {
        var hands = new List<WalletHand>();
        for (var i = 0; i < count; i++)
        {
            hands.Add(await WalletHand.Open(fixture.Journal, NewWallet()));
        }

        return hands;
    }

    // No text of PostgreSQL has a NUL.
    private static Unit Unreadable(WalletHand hand)
    {
        var sound = hand.Decide(Credit(Usd(5)));
        return sound with { Entries = [sound.Entries[0] with { Note = "\0" }] };
    }

    // Its balance is below zero, which no decision gives and the table refuses.
    internal static Unit Broken(WalletHand hand)
    {
        var sound = hand.Decide(Credit(Usd(5)));
        var balance = sound.After.Balances[0] with { Available = -5 };
        return sound with { After = sound.After with { Balances = [balance] } };
    }
}
