using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal.Commits;

namespace OrleansWallet.Journal.Postgres;

/// <summary>
/// The commit of one command with one entry: head, key, entry and balance in one statement, which
/// costs PostgreSQL less than four.
/// </summary>
internal static partial class SingleCommit
{
    private const int HeadValues = 9;
    private const int KeyValues = 6;
    private const int EntryValues = 20;

    // Fails with a division by zero when the head's fence does not hold.
    private static readonly string _text =
        $"with moved as ({HeadRows.MoveOne}), "
        + $"key as ({Behind(KeyRows.InsertOne, HeadValues)}), "
        + $"entry as ({Behind(EntryRows.InsertOne, HeadValues + KeyValues)}), "
        + $"balance as ({Behind(BalanceRows.UpsertOne, HeadValues + KeyValues + EntryValues)}) "
        + "select 1 / count(*)::int from moved";

    /// <returns>Null when the batch is anything else.</returns>
    public static NpgsqlBatchCommand? TryCreate(CommitBatch batch)
    {
        if (batch.Delivered.Count > 0
            || batch.Groups is not [{ Line.Head.Exists: true } group]
            || group.Units is not [{ Keys: [var key], Absent: [], Entries: [var entry] } unit]
            || !IsPlain(entry)
            || BalanceRows.Changed(unit.After, group.Line.Head.Seq).ToList() is not [var balance])
        {
            return null;
        }

        var no = group.Line.WalletNo;
        return Sql.Command(
            _text,
            [
                .. HeadRows.MoveOneValues(group),
                .. KeyRows.OneValues(no, key),
                .. EntryRows.OneValues(no, entry),
                .. BalanceRows.OneValues(no, balance),
            ]);
    }

    // It changes neither holds nor postings.
    private static bool IsPlain(Entry entry) =>
        entry.Kind is EntryKind.Credited or EntryKind.Debited;

    // The same statement with its parameters behind those of others.
    private static string Behind(string text, int count) => Parameter().Replace(
        text,
        match => "$" + (int.Parse(match.ValueSpan[1..], CultureInfo.InvariantCulture) + count)
            .ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\$\d+")]
    private static partial Regex Parameter();
}
