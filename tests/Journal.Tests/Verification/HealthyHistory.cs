using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Journal.Tests.Verification;

/// <summary>A short history with every kind of entry in it.</summary>
internal static class HealthyHistory
{
    public static readonly Counterparty World = new("world:cash");

    public static async Task Write(Grid grid)
    {
        await InAndOut(grid);
        await Holds(grid);
        await Transfers(grid);
        await Reversals(grid);
        await Statuses(grid);
        await Refusals(grid);
    }

    private static async Task InAndOut(Grid grid)
    {
        await grid.Credit("alice", Grid.Of("1000.00", "USD"));
        await grid.Do("alice", new WalletCommand.Debit(
            grid.Context("out", "žluťoučký 🐎", """{"b":1,"a":[1.50,"☃"]}"""), AccountKind.Spot,
            Grid.Of("10.01", "USD"), World));
        await grid.Do("alice", new WalletCommand.Move(
            grid.Context("moved"), Grid.Of("100.00", "USD"), AccountKind.Spot,
            AccountKind.Savings));
        // Beyond what a decimal holds.
        await grid.Credit("whale", Grid.Of("999999999999999999.123456789012345678", "ETH"));
        await grid.Credit("whale", Grid.Of("999999999999999999.123456789012345678", "ETH"));
        await grid.Wallet("carol").ExecuteAll(
        [
            new WalletCommand.Credit(
                grid.Context("batch-1"), AccountKind.Spot, Grid.Of("5.00", "EUR"), World),
            new WalletCommand.Credit(
                grid.Context("batch-2"), AccountKind.Savings, Grid.Of("7.00", "EUR"), World),
        ]);
    }

    private static async Task Holds(Grid grid)
    {
        await Lock(grid, "alice", "hold-1", "50.00", null);
        await Lock(grid, "alice", "hold-2", "60.00", DateTimeOffset.UtcNow.AddDays(1));
        await grid.Do("alice", new WalletCommand.Unlock(
            grid.Context("hold-1"), Grid.Of("1", "USD").Currency, Grid.Of("5.00", "USD")));
        await grid.Do("alice", new WalletCommand.Release(
            grid.Context("hold-1"), Grid.Of("1", "USD").Currency, Grid.Of("6.00", "USD"), World));
        await Lock(grid, "alice", "late", "3.00", DateTimeOffset.UtcNow.AddDays(-1));
        await grid.Do("alice", new WalletCommand.Expire(grid.Context("late")));
    }

    private static async Task Transfers(Grid grid)
    {
        await grid.Credit("gone", Grid.Of("1.00", "USD"));
        await grid.Send("gone", null, ("bob", Grid.Of("1.00", "USD")));
        // Until the mark that the posting has arrived the wallet can't be closed.
        await grid.Do("gone", new WalletCommand.Close(grid.Context("closed"), false));
        await grid.Send(
            "alice", null, ("bob", Grid.Of("20.00", "USD")), ("carol", Grid.Of("30.00", "USD")));
        await grid.Send("alice", "hold-2", ("bob", Grid.Of("4.00", "USD")));
        var back = await grid.Send("alice", null, ("gone", Grid.Of("2.00", "USD")));
        Assert.Equal(ReceiptStatus.Returned, back.Status);
        await grid.Send("alice", "hold-2", ("gone", Grid.Of("3.00", "USD")));
        await ReturnIntoSmallerHold(grid);
        var waiting = await grid.Send("alice", null, ("stalled", Grid.Of("8.00", "USD")));
        Assert.Equal(ReceiptStatus.InProgress, waiting.Status);
    }

    // More remains of a hold than was locked, when its name is used again before money that was
    // sent from it comes back.
    private static async Task ReturnIntoSmallerHold(Grid grid)
    {
        await Lock(grid, "alice", "again", "9.00", null);
        var sent = await grid.Send("alice", "again", ("stalled", Grid.Of("9.00", "USD")));
        await Lock(grid, "alice", "again", "1.00", null);
        var entry = sent.Entries[0];
        await grid.Do("alice", new WalletCommand.Return(
            grid.Context("sent") with
            {
                Key = CommandKey.FromPosting(sent.Wallet, entry.Seq, "return"),
            },
            AccountKind.Spot, Grid.Of("9.00", "USD"), StalledWallet.Id,
            new EntryLink(sent.WalletNo, entry.Seq), entry.Hold, null));
    }

    private static async Task Reversals(Grid grid)
    {
        var credit = await grid.Credit("dave", Grid.Of("40.00", "CZK"));
        await grid.Credit("dave", Grid.Of("100.00", "CZK"));
        var debit = await grid.Do("dave", new WalletCommand.Debit(
            grid.Context("out"), AccountKind.Spot, Grid.Of("15.00", "CZK"), World));
        await Reverse(grid, credit);
        await Reverse(grid, debit);
    }

    private static async Task Statuses(Grid grid)
    {
        await grid.Do("dave", new WalletCommand.Freeze(grid.Context("status")));
        await grid.Do("dave", new WalletCommand.Unfreeze(grid.Context("status")));
    }

    private static async Task Refusals(Grid grid)
    {
        var debit = new WalletCommand.Debit(
            grid.Context("out"), AccountKind.Spot, Grid.Of("1.00", "GBP"), World);
        Assert.Equal(RefusalCode.InsufficientBalance, await grid.Refuse("empty", debit));
        debit = debit with { Context = grid.Context("out") };
        Assert.Equal(RefusalCode.InsufficientBalance, await grid.Refuse("erin", debit));
        await grid.Credit("erin", Grid.Of("1.00", "GBP"));
    }

    private static Task<Receipt> Lock(
        Grid grid, string wallet, string hold, string whole, DateTimeOffset? expiresAt) =>
        grid.Do(wallet, new WalletCommand.Lock(
            grid.Context(hold), AccountKind.Spot, Grid.Of(whole, "USD"), expiresAt));

    private static async Task Reverse(Grid grid, Receipt original)
    {
        var answer = await grid.Wallet(original.Wallet.Value).Reverse(
            original.TransactionId.Seq, grid.Context("undone"));
        Assert.IsType<WalletAnswer.Done>(answer);
    }
}
