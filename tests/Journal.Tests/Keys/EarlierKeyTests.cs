using System.Globalization;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal.Verification;
using OrleansWallet.Testing;
using static OrleansWallet.Testing.Commands;

namespace OrleansWallet.Journal.Tests.Keys;

/// <summary>A journal of a build whose keys had no lead.</summary>
public sealed class EarlierKeyTests(JournalFixture fixture)
    : IClassFixture<JournalFixture>, IAsyncLifetime
{
    public static TheoryData<int> Sizes => [1, 3, 200, 300];

    public Task InitializeAsync() => fixture.Database.Execute(
        "update journal_generation set has_earlier_keys = true");

    public Task DisposeAsync() => Task.CompletedTask;

    // In one round trip, and by COPY.
    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Append_WhenAKeyWasWrittenEarlier_IsKnown(int size)
    {
        var (hand, key) = await Earlier();
        var entry = (await fixture.Journal.FindKeys([key.Hash()], default))[key.Hash()].Entries;

        var results = await fixture.CommitTogether(() =>
        [
            hand.Append(
            [
                .. Enumerable.Range(1, size - 1).Select(_ => Credit(Usd(1), Context(Ordered()))),
                Credit(Usd(7), Context(key)),
            ]),
        ]);

        var known = Assert.IsType<CommitResult.KnownKeys>(results[0]).Known;
        Assert.Equal([key.Hash()], known.Keys);
        Assert.Equal(key.Hash(), known[key.Hash()].Key);
        Assert.Equal(entry, known[key.Hash()].Entries);
        Assert.Equal(hand.State.Id, known[key.Hash()].Wallet);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Append_WhenNoneOfTheKeysIsThere_IsDone(int size)
    {
        var (hand, _) = await Earlier();

        var results = await fixture.CommitTogether(() =>
        [
            hand.Append(
                [.. Enumerable.Range(0, size).Select(_ => Credit(Usd(1), Context(Ordered())))]),
        ]);

        Assert.IsType<CommitResult.Done>(results[0]);
        Assert.Equal(size + 1, (await fixture.Journal.Open(hand.State.Id, default)).Opened.Seq);
    }

    [Fact]
    public async Task Append_WhenANewWalletBringsAnEarlierKey_IsKnown()
    {
        var (first, key) = await Earlier();
        var second = await WalletHand.Open(fixture.Journal, NewWallet());

        var result = await second.Append(Credit(Usd(1), Context(key)));

        var known = Assert.IsType<CommitResult.KnownKeys>(result).Known;
        Assert.Equal(first.State.Id, known[key.Hash()].Wallet);
    }

    // A refusal under a derived key looks for the key and records none.
    [Fact]
    public async Task Append_WhenAnEarlierKeyIsToBeAbsent_IsKnown()
    {
        var (hand, key) = await Earlier();

        var result = await hand.Append(new Unit([], [], hand.State, [key.Hash()]));

        Assert.Equal([key.Hash()], Assert.IsType<CommitResult.KnownKeys>(result).Known.Keys);
    }

    [Fact]
    public async Task Append_WhenAKeyWithoutALeadWasWrittenEarlier_IsKnown()
    {
        var key = Key();
        var hand = await WalletHand.Open(fixture.Journal, NewWallet());
        await hand.Append(Credit(Usd(1), Context(key)));

        var result = await hand.Append(Credit(Usd(1), Context(key)));

        Assert.Equal([key.Hash()], Assert.IsType<CommitResult.KnownKeys>(result).Known.Keys);
    }

    [Fact]
    public async Task Verify_WhenPostingsWereAcceptedEarlier_IsClean()
    {
        var (source, _) = await Earlier();
        var taker = await WalletHand.Open(fixture.Journal, NewWallet());
        await source.Append(Transfer(taker.State.Id, Usd(3)));
        var key = CommandKey.FromPosting(source.State.Id, 2, "accept");
        await taker.Append(new WalletCommand.Accept(
            Context(key), Usd(3), source.State.Id, new EntryLink(source.Line.WalletNo, 2)));
        await MoveBack(key);

        var report = await new Verifier(fixture.Database.DataSource, CurrencyRegistry.Default)
            .Run(null, CancellationToken.None);

        Assert.Empty(report.Checks.SelectMany(c => c.Examples));
        Assert.True(report.IsClean);
    }

    private static CommandKey Ordered() => Key(Guid.CreateVersion7().ToString());

    // A wallet with one credit, whose key stands where the build of then had put it.
    private async Task<(WalletHand Hand, CommandKey Key)> Earlier()
    {
        var key = Ordered();
        var hand = await WalletHand.Open(fixture.Journal, NewWallet());
        await hand.Append(Credit(Usd(7), Context(key)));
        await MoveBack(key);
        return (hand, key);
    }

    private Task MoveBack(CommandKey key)
    {
        Assert.NotEqual(key.Digest(), key.Hash());
        return fixture.Database.Execute(
            $"update keys set key = '{Text(key.Digest())}' where key = '{Text(key.Hash())}'");
    }

    private static string Text(UInt128 key) => key.ToString("x32", CultureInfo.InvariantCulture);
}
