using OrleansWallet.Domain.Money;
using OrleansWallet.LoadTest.Replay;

namespace OrleansWallet.LoadTest.Tests;

/// <summary>A small bank file: account 7 with four rows, account 9 with one.</summary>
internal static class BankText
{
    public const string Header =
        "transaction_id,date,account_id,direction,operation,purpose,amount,"
        + "partner_bank,partner_account,bank_balance,exact_balance";

    public const string Rows =
        "101,1993-01-01,9,credit,cash_deposit,,700.00,,,700.00,700.00\r\n"
        + "102,1993-01-02,7,credit,cash_deposit,,100.00,,,100.00,100.00\r\n"
        + "103,1993-01-03,7,credit,transfer_in,pension,50.50,AB,6149286,150.50,150.50\r\n"
        + "104,1993-01-04,7,debit,transfer_out,,20.25,AB,62457513,130.00,130.25\r\n"
        + "105,1993-01-05,7,credit,other,interest,1.10,,,131.00,131.35\r\n";

    public static readonly Currency Czk = CurrencyRegistry.Default["CZK"];

    public static BankFile File { get; } = Read(Header + "\r\n" + Rows);

    public static WalletRows Account7 => File.Wallets.Single(w => w.WalletId == "cz-7");

    public static BankFile Read(string text) =>
        new BankFileReader("cz-", Czk).Read("f1", new StringReader(text));

    public static Amount Amount(string text) => Domain.Money.Amount.Parse(text, Czk);
}
