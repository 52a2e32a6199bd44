using System.IO.Compression;
using System.Security.Cryptography;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.LoadTest.Csv;

namespace OrleansWallet.LoadTest.Replay;

/// <summary>Reads a bank's CSV file, plain or gzipped; columns are found by their names.</summary>
/// <param name="walletPrefix">A wallet's id is this and the account's number.</param>
/// <param name="currency">The currency of every amount in the file.</param>
internal sealed class BankFileReader(string walletPrefix, Currency currency)
{
    // Dates, operations and banks come again and again: one string for each of them.
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <exception cref="FormatException">The file is not what it should be; names the line.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public BankFile Read(string path)
    {
        using var file = File.OpenRead(path);
        var id = Convert.ToHexStringLower(SHA256.HashData(file))[..12];
        file.Position = 0;
        var zipped = file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
        file.Position = 0;
        using var content = zipped ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var text = new StreamReader(content);
        return Read(id, text);
    }

    /// <exception cref="FormatException">The text is not what it should be; names the line.</exception>
    public BankFile Read(string id, TextReader text)
    {
        var csv = new CsvReader(text);
        var columns = BankColumns.Find(csv.Read() ?? throw new FormatException("the file is empty"));
        var wallets = new Dictionary<string, List<BankRow>>(StringComparer.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        while (csv.Read() is { } fields)
        {
            var row = Row(csv.Line, columns, fields);
            Require(ids.Add(row.TransactionId), csv.Line, "the transaction_id came before");
            var account = fields[columns.AccountId];
            if (!wallets.TryGetValue(account, out var rows))
            {
                wallets.Add(account, rows = []);
                var valid = WalletId.TryParse(walletPrefix + account, out _);
                Require(valid, csv.Line, "prefix and account_id do not make a wallet id");
            }

            rows.Add(row);
        }

        return ids.Count == 0 ? throw new FormatException("the file has no rows") : new BankFile(
            id,
            [.. wallets
                .OrderByDescending(wallet => wallet.Value.Count)
                .Select(wallet => new WalletRows(walletPrefix + wallet.Key, wallet.Value))],
            ids.Count);
    }

    private BankRow Row(int line, BankColumns columns, IReadOnlyList<string> fields)
    {
        Require(fields.Count == columns.Count, line, $"has {fields.Count} fields, not {columns.Count}");
        var row = new BankRow(
            fields[columns.TransactionId],
            Shared(fields[columns.Date]),
            Direction(line, fields[columns.Direction]),
            Shared(fields[columns.Operation]),
            Shared(fields[columns.Purpose]),
            Parse(line, "amount", fields[columns.Amount]),
            Shared(fields[columns.PartnerBank]),
            fields[columns.PartnerAccount],
            Parse(line, "exact_balance", fields[columns.ExactBalance]));
        Require(ReferenceId.TryParse(row.TransactionId, out _), line, "transaction_id is not an id");
        Require(row.Amount.IsPositive, line, "amount is not above zero");
        Require(
            !row.IsTransfer || WalletId.TryParse(BankFile.BankWalletId(row.PartnerBank), out _),
            line,
            "partner_bank does not make a wallet id");
        return row;
    }

    private string Shared(string text)
    {
        _texts.TryAdd(text, text);
        return _texts[text];
    }

    private Amount Parse(int line, string column, string text) =>
        Amount.TryParse(text, currency, out var amount) is var error && error == AmountError.None
            ? amount
            : throw Wrong(line, $"{column} '{text}' is not an amount of {currency}: {error}");

    private static RowDirection Direction(int line, string text) => text switch
    {
        "credit" => RowDirection.Credit,
        "debit" => RowDirection.Debit,
        _ => throw Wrong(line, $"direction '{text}' is neither credit nor debit"),
    };

    private static void Require(bool holds, int line, string otherwise)
    {
        if (!holds)
        {
            throw Wrong(line, otherwise);
        }
    }

    private static FormatException Wrong(int line, string why) => new($"line {line}: {why}");
}
