using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Simulation.Core;
using OrleansWallet.Simulation.Grid;
using OrleansWallet.Simulation.Store;

namespace OrleansWallet.Simulation.Audit;

/// <summary>What is read is committed, and not too old.</summary>
internal sealed class ReadAudit(ModelWallets wallets, SimScheduler scheduler)
{
    // A copy may answer reads from a head it confirmed or wrote within the last second; what it
    // wrote may have come back late.
    private static readonly long _staleMax = TimeSpan.FromSeconds(4).Ticks;

    // What was committed and its writer does not know yet: its copies can't tell it either.
    private readonly List<(string Wallet, long FirstSeq, SimTransaction Transaction)> _doubts = [];

    /// <summary>A transaction whose answer was lost has committed entries of a wallet.</summary>
    public void InDoubt(ModelWallet wallet, long firstSeq, SimTransaction transaction) =>
        _doubts.Add((wallet.Id, firstSeq, transaction));

    /// <summary>Forgets the doubts that are settled for long.</summary>
    public void CheckQuiet() =>
        _doubts.RemoveAll(d => d.Transaction.DoubtEndsAt < scheduler.Now - _staleMax);

    /// <param name="balances">What was told.</param>
    /// <param name="node">The process whose copy told it.</param>
    public void Check(WalletBalances balances, SimNode node)
    {
        var wallet = wallets.Find(balances.Wallet.Value);
        var head = wallet?.Seq ?? 0;
        if (balances.Version > head)
        {
            throw Breach(
                "4 durable before told", balances.Wallet,
                $"version {balances.Version} was read, {head} is committed");
        }

        if (wallet is null)
        {
            return;
        }

        var oldest = OldestOf(wallet, node);
        if (balances.Version < oldest)
        {
            throw Breach(
                "reads are fresh", balances.Wallet,
                $"version {balances.Version} was read, {oldest} was committed long ago");
        }

        CheckBalances(wallet, balances);
    }

    private long OldestOf(ModelWallet wallet, SimNode node)
    {
        var since = scheduler.Now - _staleMax;
        var oldest = wallet.SeqAt(since);
        foreach (var (id, firstSeq, transaction) in _doubts)
        {
            if (id == wallet.Id && transaction.Node == node.Index && node.StartedAt <= transaction.SentAt
                && transaction.DoubtEndsAt >= since)
            {
                oldest = Math.Min(oldest, firstSeq - 1);
            }
        }

        return oldest;
    }

    private static void CheckBalances(ModelWallet wallet, WalletBalances balances)
    {
        var version = wallet.At(balances.Version);
        foreach (var balance in balances.Balances)
        {
            var expected = version.Balance((int)balance.Account, balance.Currency.Code);
            if (expected != (balance.Available, balance.Locked))
            {
                throw wallet.Breach(
                    "reads are committed",
                    $"version {balances.Version} was read as {balance.Available}/{balance.Locked}, "
                    + $"it is {expected}");
            }
        }
    }

    private static BreachException Breach(string invariant, WalletId wallet, string what) =>
        new(invariant, $"{wallet}: {what}", [wallet.Value]);
}
