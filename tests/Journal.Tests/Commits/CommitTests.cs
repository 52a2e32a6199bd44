using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Testing;
using static OrleansWallet.Testing.Commands;

namespace OrleansWallet.Journal.Tests.Commits;

public sealed class CommitTests(JournalFixture fixture) : IClassFixture<JournalFixture>
{
    [Fact]
    public async Task Open_WhenTheWalletHasNoHistory_GivesAnEmptyStateAndWritesNothing()
    {
        var id = NewWallet();

        var line = await fixture.Journal.Open(id, default);

        Assert.Equal(
            WalletStates.Describe(WalletState.New(id)), WalletStates.Describe(line.Opened));
        Assert.True(line.WalletNo > 0);
        Assert.Equal(0, await Count("wallets", $"id = '{id}'"));
    }

    [Fact]
    public async Task Append_WhenTheWalletIsNew_WritesEveryTable()
    {
        var hand = await Open();

        var result = await hand.Append(Credit(Usd(1_000)));

        Assert.IsType<CommitResult.Done>(result);
        var no = hand.Line.WalletNo;
        Assert.Equal(1, await Count("wallets", $"id = '{hand.State.Id}' and no = {no} and seq = 1"));
        Assert.Equal(1, await Count("entries", $"wallet_no = {no} and available = 1000"));
        Assert.Equal(1, await Count("balances", $"wallet_no = {no} and available = 1000 and seq = 1"));
        Assert.Equal(1, await Count("keys", $"wallet_no = {no} and seq = 1 and entries = 1"));
        await AssertReload(hand);
    }

    [Fact]
    public async Task Append_WhenEveryKindOfCommandIsUsed_ReloadsAsItWasInMemory()
    {
        var hand = await Open();
        var expiry = DateTimeOffset.UtcNow.AddHours(1);

        var result = await hand.Append(
            Credit(Usd(10_000)), Credit(Btc(5)), Debit(Usd(100)), Lock(Usd(500), "h-whole"),
            Lock(Usd(700), "h-part", expiry), Lock(Usd(50), "h-gone"), Unlock("h-whole"),
            Release("h-part", Usd(200)), Move(Usd(300)), Transfer(NewWallet(), Usd(40)),
            Transfer(
                [new Posting(NewWallet(), Usd(20)), new Posting(NewWallet(), Usd(30))],
                hold: "h-gone"),
            Freeze(), Unfreeze());

        Assert.IsType<CommitResult.Done>(result);
        Assert.Equal(15, hand.State.Seq);
        await AssertReload(hand);
        var no = hand.Line.WalletNo;
        Assert.Equal(15, await Count("entries", $"wallet_no = {no}"));
        Assert.Equal(13, await Count("keys", $"wallet_no = {no}"));
        Assert.Equal(1, await Count("holds", $"wallet_no = {no} and remaining = 500"));
        Assert.Equal(3, await Count("postings", $"wallet_no = {no}"));
    }

    [Fact]
    public async Task Append_WhenCommitsFollowEachOther_ReloadsAsItWasInMemory()
    {
        var hand = await Open();

        foreach (var command in (WalletCommand[])
            [
                Credit(Usd(900)), Lock(Usd(400), "h"), Unlock("h", Usd(100)), Lock(Usd(10), "i"),
                Release("h"), Unlock("i"), Lock(Usd(5), "h"), Freeze(),
            ])
        {
            Assert.IsType<CommitResult.Done>(await hand.Append(command));
        }

        await AssertReload(hand);
        await JournalAudit.Check(fixture.Database, fixture.Journal);
    }

    [Fact]
    public async Task Append_WhenAnEntryHasEveryField_ReadsBackTheSame()
    {
        var hand = await Open();
        var context = Context(reference: "r:1@x") with
        {
            Note = "zlatý déšť 🌧️ \"'\\ \u202e \u007f",
            Metadata = """{"b":1e400,"a":[true,null,"😀\\u0041 \" "],"c":{"x":0.10}}""",
        };
        var at = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).AddTicks(1_234_567);
        var first = hand.Decide(Credit(Usd(77), context), at);
        await hand.Append(first);
        var second = hand.Decide(Lock(Usd(7), "h", at.AddDays(1).AddTicks(9)), at.AddYears(-1));
        await hand.Append(second);

        var read = await fixture.Journal.ReadEntries(hand.Line.WalletNo, 1, 10, default);

        Assert.Equal([.. first.Entries, .. second.Entries], read);
        Assert.Equal(1_234_560, read[0].At.Ticks % TimeSpan.TicksPerSecond);
        Assert.Equal(read[0].At.AddMicroseconds(1), read[1].At);
        Assert.Equal(context.Metadata, read[0].Metadata);
        await AssertReload(hand);
    }

    [Fact]
    public async Task Append_WhenBalancesAreAtTheirLimit_KeepsEveryDigit()
    {
        var hand = await Open();
        for (var i = 0; i < 99; i++)
        {
            _ = hand.Append(Credit(Usd(Amount.MinorMax)));
        }

        await hand.Append(Credit(Usd(Amount.MinorMax - 1)), Credit(Btc(1)), Lock(Usd(Amount.MinorMax), "h"));

        Assert.Equal(Amount.BalanceMax, hand.State.Balance(AccountKind.Spot, UsDollar).Total);
        await AssertReload(hand);
        var read = await fixture.Journal.ReadEntries(hand.Line.WalletNo, 102, 1, default);
        Assert.Equal(Amount.BalanceMax - Amount.MinorMax, read[0].Available);
        Assert.Equal(Amount.MinorMax, read[0].Amount?.Minor);
    }

    [Fact]
    public async Task ReadEntries_WhenThereAreFewer_GivesWhatThereIs()
    {
        var hand = await Open();
        await hand.Append(Credit(Usd(1)), Credit(Usd(2)), Credit(Usd(3)));

        var read = await fixture.Journal.ReadEntries(hand.Line.WalletNo, 2, 5, default);

        Assert.Equal([2, 3], read.Select(e => e.Seq));
    }

    private Task<WalletHand> Open() => WalletHand.Open(fixture.Journal, NewWallet());

    private Task<long> Count(string table, string where) =>
        fixture.Database.Scalar<long>($"select count(*) from {table} where {where}");

    private async Task AssertReload(WalletHand hand)
    {
        var again = await fixture.Journal.Open(hand.State.Id, default);
        Assert.Equal(hand.Line.WalletNo, again.WalletNo);
        Assert.Equal(WalletStates.Describe(hand.State), WalletStates.Describe(again.Opened));
    }
}
