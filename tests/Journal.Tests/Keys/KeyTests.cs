using OrleansWallet.Domain.Wallets;
using OrleansWallet.Testing;
using static OrleansWallet.Testing.Commands;

namespace OrleansWallet.Journal.Tests.Keys;

public sealed class KeyTests(JournalFixture fixture) : IClassFixture<JournalFixture>
{
    [Fact]
    public async Task Append_WhenAThousandOldKeysAreAmongNewOnes_NamesExactlyTheOldOnes()
    {
        var id = NewWallet();
        var keys = Enumerable.Range(0, 1_000).Select(_ => Key()).ToList();
        var earlier = await WalletHand.Open(fixture.Journal, id);
        await earlier.Append([.. keys.Select((k, i) => Credit(Usd(i + 1), Context(k)))]);
        var hand = await WalletHand.Open(fixture.Journal, id);
        var neighbour = await WalletHand.Open(fixture.Journal, NewWallet());

        var mixed = keys.SelectMany(k => new[] { Context(k), Context() });
        var results = await fixture.CommitTogether(() =>
        [
            neighbour.Append(Credit(Usd(1))),
            hand.Append([.. mixed.Select(c => Credit(Usd(5), c))]),
        ]);

        Assert.IsType<CommitResult.Done>(results[0]);
        var known = Assert.IsType<CommitResult.KnownKeys>(results[1]).Known;
        Assert.Equal(keys.Select(k => k.Hash()).Order(), known.Keys.Order());
        for (var i = 0; i < keys.Count; i++)
        {
            var record = known[keys[i].Hash()];
            Assert.Equal(i + 1, Assert.Single(record.Entries).Seq);
            Assert.Equal(Usd(i + 1), record.Entries[0].Amount);
            Assert.Equal(id, record.Wallet);
        }

        hand.Renew(earlier.State);
        Assert.IsType<CommitResult.Done>(await hand.Append(Credit(Usd(5))));
        Assert.Equal(1_001, (await fixture.Journal.Open(id, default)).Opened.Seq);
    }

    [Fact]
    public async Task Append_WhenAKeyIsKnown_TellsItsFingerprintEntriesAndRefusal()
    {
        var id = NewWallet();
        var (done, refused) = (Key(), Key());
        var hand = await WalletHand.Open(fixture.Journal, id);
        await hand.Append(Credit(Usd(50)));
        var move = hand.Decide(Move(Usd(5), Context(done)));
        await hand.Append(move);
        var refusal = hand.Decide(Debit(Usd(99), Context(refused)));
        await hand.Append(refusal);

        var results = await fixture.CommitTogether(() =>
        [
            hand.Append(Credit(Usd(1), Context(done)), Credit(Usd(2), Context(refused))),
        ]);

        var known = Assert.IsType<CommitResult.KnownKeys>(results[0]).Known;
        Assert.Equal(move.Entries, known[done.Hash()].Entries);
        Assert.Equal(move.Keys[0].Fingerprint, known[done.Hash()].Fingerprint);
        Assert.Null(known[done.Hash()].Refusal);
        Assert.Equal(refusal.Keys[0].Refusal, known[refused.Hash()].Refusal);
        Assert.Equal(refusal.Keys[0].Fingerprint, known[refused.Hash()].Fingerprint);
        Assert.Equal(hand.Line.WalletNo, known[refused.Hash()].WalletNo);
    }

    [Fact]
    public async Task Append_WhenAKeyWasUsedByAnotherWallet_IsKnownAsThatWallets()
    {
        var key = Key();
        var first = await WalletHand.Open(fixture.Journal, NewWallet());
        await first.Append(Credit(Usd(5), Context(key)));
        var second = await WalletHand.Open(fixture.Journal, NewWallet());

        var result = await second.Append(Credit(Usd(5), Context(key)));

        var known = Assert.IsType<CommitResult.KnownKeys>(result).Known;
        Assert.Equal(first.State.Id, known[key.Hash()].Wallet);
        Assert.Equal(0, (await fixture.Journal.Open(second.State.Id, default)).Opened.Seq);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Append_WhenTwoWalletsOfOneBatchShareAKey_OneWinsAndTheOtherIsTold(bool isNew)
    {
        var key = Key();
        var hands = new List<WalletHand>();
        for (var i = 0; i < 3; i++)
        {
            hands.Add(await WalletHand.Open(fixture.Journal, NewWallet()));
            if (!isNew)
            {
                await hands[i].Append(Credit(Usd(1)));
            }
        }

        var committed = hands.ConvertAll(h => h.State);
        var results = await fixture.CommitTogether(
            () => hands.ConvertAll(h => h.Append(Credit(Usd(5), Context(key)))));

        var winner = Assert.Single(hands, h => results[hands.IndexOf(h)] is CommitResult.Done);
        foreach (var (hand, result) in hands.Zip(results).Where(p => p.First != winner))
        {
            // Who met the key before it was committed asks again, and then is told.
            Assert.True(result is CommitResult.Discarded or CommitResult.KnownKeys);
            var again = await WalletHand.Open(fixture.Journal, hand.State.Id);
            Assert.Equal(committed[hands.IndexOf(hand)].Seq, again.State.Seq);
            var told = Assert.IsType<CommitResult.KnownKeys>(
                await again.Append(Credit(Usd(5), Context(key))));
            Assert.Equal(winner.State.Id, told.Known[key.Hash()].Wallet);
        }
    }

    [Fact]
    public async Task FindKeys_WhenSomeAreUnknown_LeavesThemOut()
    {
        var key = Key();
        var hand = await WalletHand.Open(fixture.Journal, NewWallet());
        await hand.Append(Credit(Usd(5), Context(key)));

        var found = await fixture.Journal.FindKeys([key.Hash(), Key().Hash(), 0], default);

        Assert.Equal([key.Hash()], found.Keys);
    }

    [Fact]
    public async Task FindKeys_WhenEveryRefusalCodeIsStored_ReadsItBack()
    {
        var hand = await WalletHand.Open(fixture.Journal, NewWallet());
        var refusals = Enum.GetValues<RefusalCode>()
            .Select(c => new Refusal(c, Usd(Domain.Money.Amount.MinorMax), Btc(1) with { }))
            .Select(r => r with { Available = Usd(3) })
            .Concat([new Refusal(RefusalCode.WalletClosed), new Refusal(RefusalCode.HoldInsufficient, null, Btc(2))])
            .ToDictionary(_ => Key().Hash());
        var unit = new Unit(
            [.. refusals.Select(r => new KeyWrite(r.Key, UInt128.MaxValue, 0, 0, r.Value))], [],
            hand.State);

        Assert.IsType<CommitResult.Done>(await hand.Append(unit));

        var found = await fixture.Journal.FindKeys(refusals.Keys, default);
        Assert.Equal(refusals, found.ToDictionary(f => f.Key, f => f.Value.Refusal!));
        Assert.All(found.Values, f => Assert.Equal(UInt128.MaxValue, f.Fingerprint));
    }
}
