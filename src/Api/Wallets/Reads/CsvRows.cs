using System.Globalization;
using System.Text;

namespace OrleansWallet.Api.Wallets.Reads;

/// <summary>Transactions as rows of CSV (RFC 4180).</summary>
internal static class CsvRows
{
    public const string Header =
        "transaction_id,user_id,currency,account,amount,transaction_type,direction,reference_id,"
        + "counterparty,balance_after,note,metadata,timestamp,version\r\n";

    public static void Append(StringBuilder text, TransactionBody row)
    {
        Field(text, row.TransactionId).Append(',');
        Field(text, row.UserId).Append(',');
        Field(text, row.Currency).Append(',');
        Field(text, row.Account).Append(',');
        Field(text, row.Amount).Append(',');
        Field(text, row.TransactionType).Append(',');
        Field(text, row.Direction).Append(',');
        Field(text, row.ReferenceId).Append(',');
        Field(text, row.Counterparty).Append(',');
        Field(text, row.BalanceAfter).Append(',');
        Field(text, Harmless(row.Note)).Append(',');
        Field(text, row.Metadata?.Text).Append(',');
        Field(text, row.Timestamp).Append(',');
        text.Append(CultureInfo.InvariantCulture, $"{row.Version}\r\n");
    }

    // A spreadsheet would run a note that begins like a formula.
    private static string? Harmless(string? note) =>
        note is { Length: > 0 } && note[0] is '=' or '+' or '-' or '@' or '\t' or '\r'
            ? "'" + note
            : note;

    private static StringBuilder Field(StringBuilder text, string? value) =>
        value is not null && value.AsSpan().IndexOfAny(",\"\r\n") >= 0
            ? text.Append('"').Append(value.Replace("\"", "\"\"", StringComparison.Ordinal))
                .Append('"')
            : text.Append(value);
}
