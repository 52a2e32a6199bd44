using OrleansWallet.Domain.Money;
using OrleansWallet.LoadTest.Http;

namespace OrleansWallet.LoadTest.Replay.Verification;

/// <summary>Holds a bank wallet's history and balance against the file's transfers. Pure.</summary>
/// <remarks>
/// A bank's wallet is shared by all replays of a grid, so entries of others may stand in it:
/// they count for the balance and are not held against it.
/// </remarks>
internal static class BankHistoryCheck
{
    /// <summary>
    /// Each transfer must be there once, with its amount and direction, so must the funding, and
    /// the balance must be what funding, transfers and others' entries come to.
    /// </summary>
    /// <returns>A line for each thing that is not so; none when all is well.</returns>
    public static IEnumerable<string> Compare(
        BankTransfers bank,
        string fundingReference,
        Amount balance,
        IReadOnlyList<HistoryEntry> entries)
    {
        var currency = bank.Funding.Currency;
        var own = entries.Where(entry => entry.Currency == currency.Code).ToList();
        var byReference = own.ToLookup(entry => entry.ReferenceId, StringComparer.Ordinal);
        var expected = bank.Rows.Select(t => (t.Row.TransactionId, Change(t.Row), t.AccountWalletId));
        if (bank.Funding.IsPositive)
        {
            expected = expected.Append((fundingReference, bank.Funding, "world:clearing"));
        }

        var rest = Amount.Zero(currency);
        foreach (var entry in own)
        {
            rest += Change(entry, currency);
        }

        var sum = Amount.Zero(currency);
        foreach (var (reference, change, other) in expected)
        {
            var found = byReference[reference].Where(e => IsWith(e, other)).ToList();
            if (found.Count != 1 || Change(found[0], currency) != change)
            {
                yield return $"{reference}: {found.Count} entries of "
                    + $"{string.Join(", ", found.Select(e => $"{e.Direction} {e.Amount}"))}, "
                    + $"not one of {change}";
            }

            sum += change;
            foreach (var entry in found)
            {
                rest -= Change(entry, currency);
            }
        }

        if (balance != sum + rest)
        {
            yield return $"the balance is {balance}, not {sum + rest}";
        }
    }

    private static bool IsWith(HistoryEntry entry, string other) =>
        entry.Counterparty is null || entry.Counterparty == other;

    private static Amount Change(BankRow row) =>
        row.IsTransferIn ? Amount.Zero(row.Amount.Currency) - row.Amount : row.Amount;

    private static Amount Change(HistoryEntry entry, Currency currency)
    {
        var amount = Amount.Parse(entry.Amount ?? string.Empty, currency);
        return entry.Direction switch
        {
            "credit" => amount,
            "debit" => Amount.Zero(currency) - amount,
            _ => Amount.Zero(currency),
        };
    }
}
