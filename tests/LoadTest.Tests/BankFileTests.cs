using System.IO.Compression;
using System.Text;
using OrleansWallet.LoadTest.Replay;

namespace OrleansWallet.LoadTest.Tests;

public sealed class BankFileTests
{
    [Fact]
    public void Read_GroupsByAccountInFileOrder_TheLongestFirst()
    {
        var file = BankText.File;

        Assert.Equal(5, file.RowsTotal);
        Assert.Equal(["cz-7", "cz-9"], file.Wallets.Select(w => w.WalletId));
        Assert.Equal(
            ["102", "103", "104", "105"], file.Wallets[0].Rows.Select(r => r.TransactionId));
        Assert.Equal(BankText.Amount("130.25"), file.Wallets[0].Rows[2].ExactBalance);
    }

    [Fact]
    public void Banks_SumsWhatGoesOutAndWhatComesIn()
    {
        var bank = Assert.Single(BankText.File.Banks());

        Assert.Equal("bank:AB", bank.WalletId);
        Assert.Equal(BankText.Amount("50.50"), bank.Funding);
        Assert.Equal(BankText.Amount("20.25"), bank.Received);
        Assert.Equal(2, bank.Rows.Count);
    }

    [Fact]
    public void Read_WhenGzipped_GivesTheSameRows()
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var zip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
            {
                zip.Write(Encoding.UTF8.GetBytes(BankText.Header + "\n" + BankText.Rows));
            }

            var file = new BankFileReader("cz-", BankText.Czk).Read(path);

            Assert.Equal(12, file.Id.Length);
            Assert.Equal(BankText.Account7.Rows, file.Wallets[0].Rows);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("101,d,9,credit,cash,,700.001,,,0,700.00")]
    [InlineData("101,d,9,credit,cash,,0.00,,,0,0.00")]
    [InlineData("101,d,9,sideways,cash,,1.00,,,0,1.00")]
    [InlineData("101,d,9 9,credit,cash,,1.00,,,0,1.00")]
    [InlineData("10 1,d,9,credit,cash,,1.00,,,0,1.00")]
    [InlineData("101,d,9,credit,cash,,1.00,A B,,0,1.00")]
    [InlineData("101,d,9,credit,cash,,1.00")]
    public void Read_WhenARowIsWrong_NamesItsLine(string row)
    {
        var failure = Assert.Throws<FormatException>(
            () => BankText.Read($"{BankText.Header}\n{row}\n"));

        Assert.StartsWith("line 2:", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WhenATransactionComesTwice_NamesTheSecond()
    {
        var failure = Assert.Throws<FormatException>(
            () => BankText.Read($"{BankText.Header}\n{BankText.Rows}{BankText.Rows}"));

        Assert.StartsWith("line 7:", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WhenAColumnIsMissing_NamesIt()
    {
        var failure = Assert.Throws<FormatException>(() => BankText.Read("transaction_id,date\n"));

        Assert.Contains("account_id", failure.Message, StringComparison.Ordinal);
    }
}
