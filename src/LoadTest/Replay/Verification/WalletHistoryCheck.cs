using OrleansWallet.Domain.Money;
using OrleansWallet.LoadTest.Http;

namespace OrleansWallet.LoadTest.Replay.Verification;

/// <summary>Holds a wallet's history against its rows. Pure.</summary>
internal static class WalletHistoryCheck
{
    /// <summary>
    /// The history must have each row once, by reference id, in the file's order, with the
    /// row's balance after it, and nothing else.
    /// </summary>
    /// <returns>A line for each thing that is not so; none when all is well.</returns>
    public static IEnumerable<string> Compare(
        WalletRows wallet, IReadOnlyList<HistoryEntry> entries)
    {
        var byReference = entries.ToLookup(entry => entry.ReferenceId, StringComparer.Ordinal);
        foreach (var row in wallet.Rows)
        {
            var found = byReference[row.TransactionId].ToList();
            if (found.Count != 1)
            {
                yield return $"{row.TransactionId}: {found.Count} entries, not 1";
            }

            foreach (var entry in found.Where(entry => !HasBalance(entry, row)))
            {
                yield return $"{row.TransactionId}: balance_after "
                    + $"{entry.BalanceAfter} {entry.Currency}, not {row.ExactBalance}";
            }
        }

        foreach (var line in OutOfPlace(wallet, entries))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> OutOfPlace(
        WalletRows wallet, IReadOnlyList<HistoryEntry> entries)
    {
        var place = wallet.Rows
            .Select((row, index) => (row.TransactionId, index))
            .ToDictionary(row => row.TransactionId, row => row.index, StringComparer.Ordinal);
        var placeBefore = -1;
        var versionBefore = 0L;
        foreach (var entry in entries)
        {
            if (entry.Version <= versionBefore)
            {
                yield return
                    $"{entry.ReferenceId}: version {entry.Version} follows {versionBefore}";
            }

            versionBefore = entry.Version;
            if (entry.ReferenceId is null || !place.TryGetValue(entry.ReferenceId, out var at))
            {
                yield return $"{entry.ReferenceId}: not a row of the file";
                continue;
            }

            if (at < placeBefore)
            {
                yield return $"{entry.ReferenceId}: "
                    + $"stands behind {wallet.Rows[placeBefore].TransactionId}";
            }

            placeBefore = at;
        }
    }

    private static bool HasBalance(HistoryEntry entry, BankRow row) =>
        entry.Currency == row.ExactBalance.Currency.Code
        && Amount.TryParse(entry.BalanceAfter, row.ExactBalance.Currency, out var told)
            == AmountError.None
        && told == row.ExactBalance;
}
