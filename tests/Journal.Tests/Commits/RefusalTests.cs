using OrleansWallet.Domain.Wallets;
using OrleansWallet.Testing;
using static OrleansWallet.Testing.Commands;

namespace OrleansWallet.Journal.Tests.Commits;

public sealed class RefusalTests(JournalFixture fixture) : IClassFixture<JournalFixture>
{
    [Fact]
    public async Task Append_WhenARefusalHasNoKey_ChecksTheFenceAndWritesNothing()
    {
        var id = NewWallet();
        var hand = await WalletHand.Open(fixture.Journal, id);
        await hand.Append(Credit(Usd(5)));
        var before = await Row(id);

        var result = await hand.Append(Debit(Usd(9), Derived(id, "debit", "r")));

        Assert.IsType<CommitResult.Done>(result);
        Assert.Equal(before, await Row(id));
        Assert.Equal(1, await fixture.Database.Scalar<long>(
            $"select count(*) from keys where wallet_no = {hand.Line.WalletNo}"));
    }

    [Fact]
    public async Task Append_WhenARefusalWithoutKeySawAnOldHead_IsFenced()
    {
        var id = NewWallet();
        var old = await WalletHand.Open(fixture.Journal, id);
        await old.Append(Credit(Usd(5)));
        var newer = await WalletHand.Open(fixture.Journal, id);
        await newer.Append(Credit(Usd(5)));

        var result = await old.Append(Debit(Usd(9), Derived(id, "debit", "r")));

        Assert.IsType<CommitResult.Fenced>(result);
    }

    [Fact]
    public async Task Append_WhenARefusalWithKeySawAnOldHead_IsFencedAndLeavesNoKey()
    {
        var id = NewWallet();
        var old = await WalletHand.Open(fixture.Journal, id);
        await old.Append(Credit(Usd(5)));
        var newer = await WalletHand.Open(fixture.Journal, id);
        await newer.Append(Credit(Usd(5)));
        var key = Key();

        var result = await old.Append(Debit(Usd(9), Context(key)));

        Assert.IsType<CommitResult.Fenced>(result);
        Assert.Empty(await fixture.Journal.FindKeys([key.Hash()], default));
    }

    [Fact]
    public async Task Append_WhenAnUnkeyedRefusalMeetsAWalletThatWasMadeMeanwhile_IsFenced()
    {
        var id = NewWallet();
        var old = await WalletHand.Open(fixture.Journal, id);
        var newer = await WalletHand.Open(fixture.Journal, id);
        await newer.Append(Credit(Usd(5)));

        var result = await old.Append(Debit(Usd(1), Derived(id, "debit", "r")));

        Assert.IsType<CommitResult.Fenced>(result);
    }

    [Fact]
    public async Task Append_WhenAnUnkeyedRefusalIsOfAWalletWithoutRow_LeavesNoRow()
    {
        var id = NewWallet();
        var hand = await WalletHand.Open(fixture.Journal, id);

        Assert.IsType<CommitResult.Done>(
            await hand.Append(Debit(Usd(1), Derived(id, "debit", "r"))));

        Assert.Equal(0, await fixture.Database.Scalar<long>(
            $"select count(*) from wallets where id = '{id}'"));
        Assert.IsType<CommitResult.Done>(await hand.Append(Credit(Usd(3))));
    }

    [Fact]
    public async Task Append_WhenAKeyedRefusalIsTheFirstOfAWallet_IsKeptAndTheWalletGoesOn()
    {
        var id = NewWallet();
        var key = Key();
        var hand = await WalletHand.Open(fixture.Journal, id);
        var refused = hand.Decide(Debit(Usd(9), Context(key)));

        Assert.IsType<CommitResult.Done>(await hand.Append(refused));
        Assert.Equal(
            WalletStates.Describe(WalletState.New(id)),
            WalletStates.Describe((await fixture.Journal.Open(id, default)).Opened));
        Assert.IsType<CommitResult.Done>(await hand.Append(Credit(Usd(7))));

        var record = (await fixture.Journal.FindKeys([key.Hash()], default))[key.Hash()];
        Assert.Equal(refused.Keys[0].Refusal, record.Refusal);
        Assert.Equal(RefusalCode.InsufficientBalance, record.Refusal?.Code);
        Assert.Equal(Usd(9), record.Refusal?.Required);
        Assert.Equal(Usd(0), record.Refusal?.Available);
        Assert.Empty(record.Entries);
        Assert.Equal(id, record.Wallet);
        Assert.Equal(
            WalletStates.Describe(hand.State),
            WalletStates.Describe((await fixture.Journal.Open(id, default)).Opened));
    }

    [Fact]
    public async Task Append_WhenARefusalStandsAmongCommands_KeepsAllKeys()
    {
        var id = NewWallet();
        var hand = await WalletHand.Open(fixture.Journal, id);

        await hand.Append(
            Credit(Usd(5)), Debit(Usd(9)), Debit(Usd(5)), Unlock("none"), Credit(Usd(1)));

        Assert.Equal(5, await fixture.Database.Scalar<long>(
            $"select count(*) from keys where wallet_no = {hand.Line.WalletNo}"));
        Assert.Equal(
            WalletStates.Describe(hand.State),
            WalletStates.Describe((await fixture.Journal.Open(id, default)).Opened));
    }

    private Task<string> Row(Domain.Ids.WalletId id) =>
        fixture.Database.Scalar<string>($"select w::text from wallets w where id = '{id}'");
}
