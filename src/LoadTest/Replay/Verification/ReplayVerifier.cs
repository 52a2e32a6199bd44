using OrleansWallet.LoadTest.Http;

namespace OrleansWallet.LoadTest.Replay.Verification;

/// <summary>Reads wallets back from the grid and holds them against the file. Thread-safe.</summary>
internal sealed class ReplayVerifier(string fundingReference, Mismatches mismatches)
{
    private long _wallets;
    private long _entries;

    /// <summary>Wallets compared, banks included.</summary>
    public long Wallets => Volatile.Read(ref _wallets);

    /// <summary>History entries compared.</summary>
    public long Entries => Volatile.Read(ref _entries);

    public async Task VerifyAsync(
        GridLane lane, WalletRows wallet, CancellationToken cancellationToken)
    {
        var last = wallet.Rows[^1].ExactBalance;
        var balance = await WalletReader.BalanceAsync(
            lane, wallet.WalletId, last.Currency, cancellationToken);
        if (balance != last)
        {
            mismatches.Add(wallet.WalletId, $"the balance is {balance}, not {last}");
        }

        var entries = await WalletReader.HistoryAsync(lane, wallet.WalletId, cancellationToken);
        Take(wallet.WalletId, entries.Count, WalletHistoryCheck.Compare(wallet, entries));
    }

    public async Task VerifyAsync(
        GridLane lane, BankTransfers bank, CancellationToken cancellationToken)
    {
        var balance = await WalletReader.BalanceAsync(
            lane, bank.WalletId, bank.Funding.Currency, cancellationToken);
        var entries = await WalletReader.HistoryAsync(lane, bank.WalletId, cancellationToken);
        Take(
            bank.WalletId,
            entries.Count,
            BankHistoryCheck.Compare(bank, fundingReference, balance, entries));
    }

    private void Take(string walletId, int entries, IEnumerable<string> found)
    {
        foreach (var mismatch in found)
        {
            mismatches.Add(walletId, mismatch);
        }

        Interlocked.Add(ref _entries, entries);
        Interlocked.Increment(ref _wallets);
    }
}
