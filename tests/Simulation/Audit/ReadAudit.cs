using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Simulation.Core;

namespace OrleansWallet.Simulation.Audit;

/// <summary>What is read is committed, and not too old.</summary>
internal sealed class ReadAudit(ModelWallets wallets, SimScheduler scheduler)
{
    // A copy may answer reads from a head it confirmed or wrote within the last second; what it
    // wrote may have come back late.
    private static readonly long _staleMax = TimeSpan.FromSeconds(4).Ticks;

    public void Check(WalletBalances balances)
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

        var oldest = wallet.SeqAt(scheduler.Now - _staleMax);
        if (balances.Version < oldest)
        {
            throw Breach(
                "reads are fresh", balances.Wallet,
                $"version {balances.Version} was read, {oldest} was committed long ago");
        }

        CheckBalances(wallet, balances);
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
