using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Testing;
using static OrleansWallet.Testing.Commands;

namespace OrleansWallet.Grains.Tests.Grid;

/// <summary>The wallet's commands on the Local engine and the real journal.</summary>
public sealed class CommandTests(GridFixture fixture) : IClassFixture<GridFixture>
{
    private readonly WalletId _id = NewWallet();

    [Fact]
    public async Task Execute_WhenEveryCommandIsGiven_DoesWhatItSays()
    {
        var (to, closed) = (NewWallet(), NewWallet());
        await Done(closed, Close());
        await Expect(Credit(Usd(1_000)), 1_000, 0);
        await Expect(Debit(Usd(100)), 900, 0);
        await Expect(Lock(Usd(300), "a"), 600, 300);
        await Expect(Unlock("a", Usd(50)), 650, 250);
        await Expect(Release("a", Usd(50)), 650, 200);
        await Expect(Transfer(to, Usd(150)), 500, 200);
        await Expect(Transfer(to, Usd(100), hold: "a"), 500, 100);
        Assert.Equal(
            ReceiptStatus.Returned, (await Done(_id, Transfer(closed, Usd(60), hold: "a"))).Status);
        Assert.Equal(
            ReceiptStatus.Returned, (await Done(_id, Transfer(closed, Usd(500)))).Status);
        await Expect(Unlock("a"), 600, 0);
        await Done(_id, Move(Usd(400)));
        await Expect(
            new WalletCommand.Move(Context(), Usd(400), AccountKind.Savings, AccountKind.Spot),
            600, 0);
        await Done(_id, Freeze());
        Assert.Equal(RefusalCode.WalletFrozen, await Refused(_id, Debit(Usd(1))));
        await Done(_id, Unfreeze());
        var reversed = Assert.IsType<WalletAnswer.Done>(
            await fixture.Grid.Wallet(_id).Reverse(2, Context()));
        Assert.Equal(700, reversed.Receipt.Last.Available);
        await Expect(Debit(Usd(700)), 0, 0);
        await Done(_id, Close());
        Assert.Equal(RefusalCode.WalletClosed, await Refused(_id, Credit(Usd(1))));
        Assert.Equal(250, (await fixture.Grid.Wallet(to).GetBalances()).Balances[0].Available);
        await JournalAudit.Check(fixture.Database, fixture.Journal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Execute_WhenAKeyIsRepeated_GivesTheFirstAnswer(bool reloaded)
    {
        var (key, refusedKey) = (Key(), Key());
        var first = await Done(_id, Credit(Usd(10), Context(key)));
        Assert.Equal(
            RefusalCode.InsufficientBalance, await Refused(_id, Debit(Usd(99), Context(refusedKey))));
        await Done(_id, Credit(Usd(1_000)));
        var grid = reloaded ? fixture.CreateGrid() : fixture.Grid;

        var again = Assert.IsType<WalletAnswer.Done>(
            await grid.Wallet(_id).Execute(Credit(Usd(10), Context(key))));
        var refused = Assert.IsType<WalletAnswer.Refused>(
            await grid.Wallet(_id).Execute(Debit(Usd(99), Context(refusedKey))));
        var otherInput = Assert.IsType<WalletAnswer.Refused>(
            await grid.Wallet(_id).Execute(Credit(Usd(11), Context(key))));

        Assert.True(again.Replayed && refused.Replayed);
        Assert.Equal(first.Entries, again.Receipt.Entries);
        Assert.Equal(first.TransactionId, again.Receipt.TransactionId);
        Assert.Equal(
            new Refusal(RefusalCode.InsufficientBalance, Usd(99), Usd(10)), refused.Refusal);
        Assert.Equal(RefusalCode.KeyReusedWithOtherInput, otherInput.Refusal.Code);
        Assert.Equal(1_010, (await grid.Wallet(_id).GetBalances()).Balances[0].Available);
    }

    [Fact]
    public async Task Execute_WhenADerivedKeyIsRepeated_TakesEffectOnceAndARefusalDoesNotBurnIt()
    {
        var debit = Debit(Usd(10), Derived(_id, "debit", "order-1"));
        Assert.Equal(RefusalCode.InsufficientBalance, await Refused(_id, debit));
        await Done(_id, Credit(Usd(50), Derived(_id, "credit", "order-1")));
        await Done(_id, debit);
        await Done(fixture.CreateGrid(), _id, debit);
        await Done(fixture.CreateGrid(), _id, Credit(Usd(50), Derived(_id, "credit", "order-1")));

        Assert.Equal(40, (await fixture.Grid.Wallet(_id).GetBalances()).Balances[0].Available);
    }

    [Fact]
    public async Task Execute_WhenAThousandCreditsComeAtOnce_CountsEach()
    {
        var wallet = fixture.Grid.Wallet(_id);

        var answers = await Task.WhenAll(Enumerable.Range(1, 1_000).Select(
            i => Task.Run(async () => await wallet.Execute(Credit(Usd(i))))));

        Assert.All(answers, a => Assert.IsType<WalletAnswer.Done>(a));
        var balances = await wallet.GetBalances();
        Assert.Equal(1_000, balances.Version);
        Assert.Equal(500_500, balances.Balances[0].Available);
        Assert.Equal(
            Enumerable.Range(1, 1_000).Select(i => (long)i),
            answers.Select(a => ((WalletAnswer.Done)a).Receipt.Last.Seq).Order());
        await JournalAudit.Check(fixture.Database, fixture.Journal);
    }

    [Fact]
    public async Task Execute_WhenAHundredShareAKey_OneTakesEffect()
    {
        var credit = Credit(Usd(7));
        await Done(_id, Credit(Usd(1)));
        var grids = new[] { fixture.Grid, fixture.CreateGrid() };

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(
            i => Task.Run(async () => await grids[i % 2].Wallet(_id).Execute(credit))));

        Assert.Single(answers, a => !Assert.IsType<WalletAnswer.Done>(a).Replayed);
        Assert.Equal(8, (await fixture.Grid.Wallet(_id).GetBalances()).Balances[0].Available);
    }

    [Fact]
    public async Task ExecuteAll_WhenAThousandCommandsAreGiven_DoesAllInOneCommit()
    {
        var commands = Enumerable.Range(0, 1_000).Select(_ => (WalletCommand)Credit(Usd(1))).ToList();

        var answers = await fixture.Grid.Wallet(_id).ExecuteAll(commands);

        Assert.All(answers, a => Assert.IsType<WalletAnswer.Done>(a));
        var no = ((WalletAnswer.Done)answers[0]).Receipt.WalletNo;
        Assert.Equal(1, await fixture.Database.Scalar<long>(
            $"select count(distinct xmin::text) from entries where wallet_no = {no}"));
        var again = await fixture.CreateGrid().Wallet(_id).ExecuteAll(commands);
        Assert.All(again, a => Assert.True(Assert.IsType<WalletAnswer.Done>(a).Replayed));
    }

    [Fact]
    public async Task GetBalances_WhenAnotherProcessWrites_SeesItWithinASecond()
    {
        var (here, there) = (fixture.Grid.Wallet(_id), fixture.CreateGrid().Wallet(_id));
        await there.Execute(Credit(Usd(1)));
        Assert.Equal(1, (await here.GetBalances()).Version);
        for (var version = 2; version < 4; version++)
        {
            await there.Execute(Credit(Usd(1)));
            await Task.Delay(1_100);
            Assert.Equal(version, (await here.GetBalances()).Version);
        }
    }

    private async Task Expect(WalletCommand command, int available, int locked)
    {
        var receipt = await Done(_id, command);
        Assert.Equal(ReceiptStatus.Completed, receipt.Status);
        Assert.Equal((available, locked), ((int)receipt.Last.Available, (int)receipt.Last.Locked));
        var read = await fixture.Grid.Wallet(_id).GetBalances();
        Assert.Equal(receipt.Last.Seq, read.Version);
        var balance = Assert.Single(read.Balances, b => b.Account == AccountKind.Spot);
        Assert.Equal((available, locked), ((int)balance.Available, (int)balance.Locked));
    }

    private Task<Receipt> Done(WalletId id, WalletCommand command) => Done(fixture.Grid, id, command);

    private static async Task<Receipt> Done(
        Contracts.IGrains grid, WalletId id, WalletCommand command) =>
        Assert.IsType<WalletAnswer.Done>(await grid.Wallet(id).Execute(command)).Receipt;

    private async Task<RefusalCode> Refused(WalletId id, WalletCommand command) =>
        Assert.IsType<WalletAnswer.Refused>(await fixture.Grid.Wallet(id).Execute(command))
            .Refusal.Code;
}
