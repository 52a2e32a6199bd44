using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Testing;
using static OrleansWallet.Testing.Commands;

namespace OrleansWallet.Grains.Tests.Grid;

/// <summary>What a crash leaves, found by the scans of the real journal.</summary>
public sealed class RecoveryTests(GridFixture fixture) : IClassFixture<GridFixture>
{
    [Fact]
    public async Task Recover_WhenPostingsWereLeft_BringsThemToTheirEndOnce()
    {
        var (from, to, closed) = (NewWallet(), NewWallet(), NewWallet());
        await fixture.Grid.Wallet(closed).Execute(Close());
        // Only the first step: its process ended before it delivered.
        var hand = await WalletHand.Open(fixture.Journal, from);
        await hand.Append(
            Credit(Usd(100)), Transfer(to, Usd(30)), Lock(Usd(40), "h"),
            Transfer([new Posting(closed, Usd(5)), new Posting(to, Usd(7))], hold: "h"));

        await fixture.Recover();

        var source = await fixture.Grid.Wallet(from).GetBalances();
        Assert.Equal((30, 33), ((int)source.Balances[0].Available, (int)source.Balances[0].Locked));
        Assert.Equal(37, (await fixture.Grid.Wallet(to).GetBalances()).Balances[0].Available);
        Assert.Equal(0, await fixture.Database.Scalar<long>("select count(*) from postings"));
        await JournalAudit.Check(fixture.Database, fixture.Journal);
    }

    [Fact]
    public async Task Recover_WhenTheMarkWasLost_DoesNotDeliverAgain()
    {
        var (from, to) = (NewWallet(), NewWallet());
        await fixture.Grid.Wallet(from).Execute(Credit(Usd(100)));
        var done = Assert.IsType<WalletAnswer.Done>(
            await fixture.Grid.Wallet(from).Execute(Transfer(to, Usd(30))));
        await fixture.Recover();
        await fixture.Database.Execute(
            $"insert into postings values ({done.Receipt.WalletNo}, 2, now())");

        await fixture.Recover();

        Assert.Equal(30, (await fixture.Grid.Wallet(to).GetBalances()).Balances[0].Available);
        Assert.Equal(0, await fixture.Database.Scalar<long>("select count(*) from postings"));
    }

    [Fact]
    public async Task Recover_WhenHoldsAreExpired_UnlocksThem()
    {
        var id = NewWallet();
        var wallet = fixture.Grid.Wallet(id);
        await wallet.Execute(Credit(Usd(100)));
        await wallet.Execute(Lock(Usd(30), "gone", DateTimeOffset.UtcNow.AddMilliseconds(-5)));
        await wallet.Execute(Lock(Usd(20), "stays", DateTimeOffset.UtcNow.AddHours(1)));
        await wallet.Execute(Lock(Usd(10), "ever"));

        await fixture.Recover();

        var balance = (await wallet.GetBalances()).Balances[0];
        Assert.Equal((70, 30), ((int)balance.Available, (int)balance.Locked));
        var expired = (await fixture.Journal.ReadEntries(
            (await fixture.Journal.Open(id, default)).WalletNo, 5, 1, default))[0];
        Assert.Equal(EntryKind.Expired, expired.Kind);
        Assert.Equal(
            RefusalCode.HoldNotFound,
            Assert.IsType<WalletAnswer.Refused>(await wallet.Execute(Release("gone"))).Refusal.Code);
    }
}
