using System.Text;
using OrleansWallet.LoadTest.Http;
using OrleansWallet.LoadTest.Replay;

namespace OrleansWallet.LoadTest.Tests;

public sealed class RowRequestsTests : IDisposable
{
    private static readonly GridRoutes _routes = new(new Uri("http://grid:8080/"));

    private readonly RowRequests _requests = new(_routes, "cz-", BankText.Czk);
    private readonly GridCall _call = new();

    public void Dispose() => _call.Dispose();

    [Fact]
    public void Write_ForACashDeposit_CreditsFromCash()
    {
        Write("102");

        Assert.Equal("http://grid:8080/api/wallets/cz-7/credit", _call.Target.ToString());
        Assert.Equal("replay-cz-102", _call.Key);
        Assert.Equal(
            "{'currency':'CZK','amount':'100.00','transaction_type':'cash_deposit',"
            + "'reference_id':'102','counterparty':'world:cash','metadata':"
            + "{'date':'1993-01-02','purpose':'','partner_account':''}}",
            Body());
    }

    [Fact]
    public void Write_ForATransferIn_MovesFromTheBankToTheWallet()
    {
        Write("103");

        Assert.Equal("http://grid:8080/api/wallets/transfer", _call.Target.ToString());
        Assert.Equal("replay-cz-103", _call.Key);
        Assert.Equal(
            "{'from_user':'bank:AB','to_user':'cz-7','currency':'CZK','amount':'50.50',"
            + "'transfer_type':'bank_transfer','reference_id':'103','metadata':"
            + "{'date':'1993-01-03','purpose':'pension','partner_account':'6149286'}}",
            Body());
    }

    [Fact]
    public void Write_ForATransferOut_MovesFromTheWalletToTheBank()
    {
        Write("104");

        Assert.StartsWith(
            "{'from_user':'cz-7','to_user':'bank:AB',", Body(), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ForInterest_NamesOperationAndPurposeAndTheBank()
    {
        Write("105");

        Assert.Contains(
            "'transaction_type':'other_interest'", Body(), StringComparison.Ordinal);
        Assert.Contains("'counterparty':'world:bank'", Body(), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ForTheSameRowAgain_AsksTheSame()
    {
        Write("103");
        var first = (_call.Key, Body());
        Write("102");
        Write("103");

        Assert.Equal(first, (_call.Key, Body()));
    }

    [Fact]
    public void WriteFunding_CreditsWhatTheFileMovesOut()
    {
        _requests.WriteFunding(_call, BankText.File.Banks()[0], "f1");

        Assert.Equal("http://grid:8080/api/wallets/bank:AB/credit", _call.Target.ToString());
        Assert.Equal("replay-clearing-cz-f1-bank:AB", _call.Key);
        Assert.Equal(
            "{'currency':'CZK','amount':'50.50','transaction_type':'clearing_funding',"
            + "'reference_id':'clearing-cz-f1','counterparty':'world:clearing'}",
            Body());
    }

    [Theory]
    [InlineData("cash_deposit", "", "cash_deposit")]
    [InlineData("other", "Interest Paid", "other_interest_paid")]
    [InlineData("", "", "other")]
    public void RowTypes_KeepToTheAllowedCharacters(string operation, string purpose, string type)
    {
        Assert.Equal(type, RowTypes.Of(operation, purpose));
    }

    private void Write(string transactionId)
    {
        var row = BankText.Account7.Rows.Single(r => r.TransactionId == transactionId);
        _requests.Write(_call, new WalletRoutes(_routes, "cz-7"), row);
    }

    // With single quotes, so that the expected text reads well.
    private string Body() => Encoding.UTF8.GetString(_call.Body.Span).Replace('"', '\'');
}
