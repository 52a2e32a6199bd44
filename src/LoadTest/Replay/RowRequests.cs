using System.Text.Json;
using OrleansWallet.Domain.Money;
using OrleansWallet.LoadTest.Http;

namespace OrleansWallet.LoadTest.Replay;

/// <summary>
/// Writes the calls of a replay. Key and body follow from the file and the prefix alone, so that
/// a second run asks the same again and changes nothing. Immutable.
/// </summary>
internal sealed class RowRequests(GridRoutes routes, string walletPrefix, Currency currency)
{
    public const string TransferType = "bank_transfer";
    public const string FundingType = "clearing_funding";

    private readonly string _keyPrefix = $"replay-{walletPrefix}";

    /// <summary>Each file under each prefix brings its own funding.</summary>
    public static string FundingReference(string walletPrefix, string fileId) =>
        $"clearing-{walletPrefix}{fileId}";

    /// <summary>The call of one row: a credit, a debit or a transfer.</summary>
    public void Write(GridCall call, WalletRoutes wallet, BankRow row)
    {
        var key = _keyPrefix + row.TransactionId;
        if (row.IsTransfer)
        {
            call.Post(routes.Transfer, key, (wallet.WalletId, row, currency), WriteTransfer);
        }
        else
        {
            var target = row.Direction == RowDirection.Credit ? wallet.Credit : wallet.Debit;
            call.Post(target, key, (row, currency), WriteOwn);
        }
    }

    /// <summary>The credit that gives a bank's wallet what the file moves out of it.</summary>
    public void WriteFunding(GridCall call, BankTransfers bank, string fileId)
    {
        var reference = FundingReference(walletPrefix, fileId);
        call.Post(
            routes.Credit(bank.WalletId),
            $"replay-{reference}-{bank.WalletId}",
            (bank.Funding, reference),
            static (json, what) =>
            {
                json.WriteString("currency", what.Funding.Currency.Code);
                json.WriteString("amount", what.Funding.ToString());
                json.WriteString("transaction_type", FundingType);
                json.WriteString("reference_id", what.reference);
                json.WriteString("counterparty", "world:clearing");
            });
    }

    private static void WriteOwn(Utf8JsonWriter json, (BankRow Row, Currency Currency) what)
    {
        var (row, currency) = what;
        json.WriteString("currency", currency.Code);
        json.WriteString("amount", row.Amount.ToString());
        json.WriteString("transaction_type", RowTypes.Of(row.Operation, row.Purpose));
        json.WriteString("reference_id", row.TransactionId);
        json.WriteString("counterparty", Counterparty(row));
        WriteMetadata(json, row);
    }

    private static void WriteTransfer(
        Utf8JsonWriter json, (string WalletId, BankRow Row, Currency Currency) what)
    {
        var (walletId, row, currency) = what;
        var bankId = BankFile.BankWalletId(row.PartnerBank);
        json.WriteString("from_user", row.IsTransferIn ? bankId : walletId);
        json.WriteString("to_user", row.IsTransferIn ? walletId : bankId);
        json.WriteString("currency", currency.Code);
        json.WriteString("amount", row.Amount.ToString());
        json.WriteString("transfer_type", TransferType);
        json.WriteString("reference_id", row.TransactionId);
        WriteMetadata(json, row);
    }

    private static void WriteMetadata(Utf8JsonWriter json, BankRow row)
    {
        json.WriteStartObject("metadata");
        json.WriteString("date", row.Date);
        json.WriteString("purpose", row.Purpose);
        json.WriteString("partner_account", row.PartnerAccount);
        json.WriteEndObject();
    }

    private static string Counterparty(BankRow row) =>
        row.Operation.StartsWith("cash", StringComparison.Ordinal) ? "world:cash" : "world:bank";
}
