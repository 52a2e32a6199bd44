using OrleansWallet.LoadTest.Http;
using OrleansWallet.LoadTest.Replay;
using OrleansWallet.LoadTest.Replay.Verification;

namespace OrleansWallet.LoadTest.Tests;

public sealed class HistoryCheckTests
{
    private const string Funding = "clearing-f1";

    private static BankTransfers Bank => BankText.File.Banks()[0];

    [Fact]
    public void Compare_WhenTheHistoryIsTheFile_FindsNothing()
    {
        Assert.Empty(Wallet(History()));
    }

    [Fact]
    public void Compare_WhenARowIsMissing_NamesIt()
    {
        var line = Assert.Single(Wallet(History().Where(e => e.ReferenceId != "103")));

        Assert.StartsWith("103: 0 entries", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_WhenARowStandsTwice_NamesIt()
    {
        var twice = History().Append(History()[^1] with { Version = 9 });

        Assert.StartsWith("105: 2 entries", Assert.Single(Wallet(twice)), StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_WhenAnEntryIsNotTheFiles_NamesIt()
    {
        var more = History().Append(History()[0] with { ReferenceId = "x", Version = 9 });

        Assert.Equal("x: not a row of the file", Assert.Single(Wallet(more)));
    }

    [Fact]
    public void Compare_WhenTwoRowsAreSwapped_NamesTheLater()
    {
        var history = History();
        (history[1], history[2]) = (
            history[2] with { Version = 2 }, history[1] with { Version = 3 });

        Assert.Equal("103: stands behind 104", Assert.Single(Wallet(history)));
    }

    [Fact]
    public void Compare_WhenABalanceDiffers_NamesBoth()
    {
        var history = History();
        history[1] = history[1] with { BalanceAfter = "150.51" };

        Assert.Equal("103: balance_after 150.51 CZK, not 150.50", Assert.Single(Wallet(history)));
    }

    [Fact]
    public void Compare_WhenVersionsDoNotRise_SaysSo()
    {
        var history = History();
        history[2] = history[2] with { Version = 2 };

        Assert.Equal("104: version 2 follows 2", Assert.Single(Wallet(history)));
    }

    [Fact]
    public void BankCompare_WhenAllIsThere_FindsNothing()
    {
        Assert.Empty(BankCheck("20.25", BankHistory()));
    }

    [Fact]
    public void BankCompare_WhenOthersUsedTheWalletToo_CountsThemForTheBalanceOnly()
    {
        var others = BankHistory().Append(
            new HistoryEntry("103", "debit", "CZK", "1.00", "0", "other-7", 4));

        Assert.Empty(BankCheck("19.25", others));
        Assert.NotEmpty(BankCheck("20.25", others));
    }

    [Fact]
    public void BankCompare_WhenATransferIsMissing_NamesItAndTheBalance()
    {
        var lines = BankCheck("70.75", BankHistory().Where(e => e.ReferenceId != "103")).ToList();

        Assert.Equal(2, lines.Count);
        Assert.StartsWith("103: 0 entries", lines[0], StringComparison.Ordinal);
        Assert.Equal("the balance is 70.75, not 20.25", lines[1]);
    }

    private static HistoryEntry[] History() =>
    [
        new("102", "credit", "CZK", "100.00", "100.00", "world:cash", 1),
        new("103", "credit", "CZK", "50.50", "150.50", "bank:AB", 2),
        new("104", "debit", "CZK", "20.25", "130.25", "bank:AB", 3),
        new("105", "credit", "CZK", "1.10", "131.35", "world:bank", 4),
    ];

    private static HistoryEntry[] BankHistory() =>
    [
        new(Funding, "credit", "CZK", "50.50", "50.50", "world:clearing", 1),
        new("103", "debit", "CZK", "50.50", "0.00", "cz-7", 2),
        new("104", "credit", "CZK", "20.25", "20.25", "cz-7", 3),
    ];

    private static IEnumerable<string> Wallet(IEnumerable<HistoryEntry> entries) =>
        WalletHistoryCheck.Compare(BankText.Account7, [.. entries]);

    private static IEnumerable<string> BankCheck(
        string balance, IEnumerable<HistoryEntry> entries) =>
        BankHistoryCheck.Compare(Bank, Funding, BankText.Amount(balance), [.. entries]);
}
