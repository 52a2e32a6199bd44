using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Import.Balances;
using OrleansWallet.Import.Reports;
using OrleansWallet.Import.Rows;
using OrleansWallet.Import.Sources;

namespace OrleansWallet.Import.Tests.Balances;

/// <summary>What a collection's rows come to, and that no unit of them is lost on the way.</summary>
public sealed class BookKeeperTests : IDisposable
{
    private readonly BalanceBook _book = new();
    private readonly RowLogs _logs = new();

    [Fact]
    public void Add_WhenTheSameRowComesTwice_CountsItOnce()
    {
        const string Row = """{"_id":1,"user_id":"u","currency":"USD","balance":"1.5"}""";

        Keep(Row, Row, """{"_id":2,"user_id":"v","currency":"USD","balance":2}""");

        Assert.Equal((150, 0), Balance("u"));
        Assert.Equal([(RowReason.DuplicateRow, "1.5")], Rejected());
        AssertExact();
    }

    [Fact]
    public void Add_WhenAnIdComesTwiceWithOtherContent_TheFirstCounts()
    {
        Keep(
            """{"_id":1,"user_id":"u","currency":"USD","balance":1}""",
            """{"_id":1,"user_id":"u","currency":"USD","balance":2}""",
            """{"_id":1,"user_id":"v","currency":"USD","balance":3}""");

        Assert.Equal((100, 0), Balance("u"));
        Assert.Equal(
            [(RowReason.DuplicateIdOtherContent, "2"), (RowReason.DuplicateIdOtherContent, "3")],
            Rejected());
        AssertExact();
    }

    [Fact]
    public void Add_WhenRowsOfOtherIdsShareABalance_SumsThem()
    {
        Keep(
            """{"_id":1,"user_id":"u","currency":"USD","available":1,"locked":0.5}""",
            """{"_id":2,"user_id":"u","currency":"usd","available":2,"locked":0.25}""");

        Assert.Equal((300, 75), Balance("u"));
        Assert.Empty(Rejected());
        Assert.Equal(["2.25"], _logs.Summed.First.Select(s => s.Amount));
        AssertExact();
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("\"_id\":1,", "")]
    [InlineData("", "\"_id\":2,")]
    public void Add_WhenARowWithoutIdSharesABalance_RejectsTheSecond(string first, string second)
    {
        Keep(
            $$"""{{{first}}"user_id":"u","currency":"USD","balance":1}""",
            $$"""{{{second}}"user_id":"u","currency":"USD","balance":2}""");

        Assert.Equal((100, 0), Balance("u"));
        Assert.Equal([(RowReason.DuplicateWithoutId, "2")], Rejected());
        AssertExact();
    }

    [Fact]
    public void Add_WhenARowNamesACurrencyTwice_SumsBoth()
    {
        Keep("""{"user_id":"u","balances":[{"coin":"BTC","total":1},{"coin":"btc","total":2}]}""");

        Assert.Equal((300_000_000, 0), Balance("u", "BTC"));
        AssertExact();
    }

    [Fact]
    public void Add_WhenAmountsAreRejected_TheTotalsHoldThem()
    {
        Keep(
            """{"_id":1,"user_id":"u","currency":"USD","balance":-2.5}""",
            """{"_id":2,"user_id":"u","currency":"USD","balance":-0.004}""",
            """{"_id":3,"user_id":"u","currency":"XYZ","balance":7}""",
            """{"_id":4,"user_id":"no user","currency":"USD","balance":8}""",
            """{"_id":5,"user_id":"u","currency":"USD","balance":1e40}""",
            """{"_id":6,"user_id":"u","currency":"USD","balance":"NaN"}""",
            """{"_id":7,"user_id":"u","balance":9}""",
            "oops");

        Assert.Equal(
            [
                (RowReason.NegativeAmount, "-2.5"),
                (RowReason.NegativeAmount, "-0.004"),
                (RowReason.UnknownCurrency, "7"),
                (RowReason.BadUserId, "8"),
                (RowReason.AmountTooLarge, "1" + new string('0', 40)),
                (RowReason.NotFinite, null),
                (RowReason.CurrencyMissing, "9"),
                (RowReason.MalformedJson, null),
            ],
            Rejected());
        Assert.Empty(_book.Balances);
        AssertExact();
    }

    [Fact]
    public void Add_WhenOneBalanceOfARowIsBad_TakesTheOthers()
    {
        Keep("""{"user_id":"u","balances":{"BTC":1,"XYZ":2,"USD":"x","EUR":3}}""");

        Assert.Equal((100_000_000, 0), Balance("u", "BTC"));
        Assert.Equal((300, 0), Balance("u", "EUR"));
        Assert.Equal(
            ["balances.XYZ", "balances.USD"], _logs.Rejected.First.Select(r => r.Place.Path));
        AssertExact();
    }

    [Fact]
    public void Add_WhenDigitsLieBeyondTheScale_ReportsTheResidue()
    {
        Keep(
            """{"_id":1,"user_id":"u","currency":"USD","balance":0.30000000000000004}""",
            """{"_id":2,"user_id":"u","currency":"USD","available":"1.239","locked":0.1}""",
            """{"_id":3,"user_id":"v","currency":"USD","balance":-2.7755575615628914e-17}""");

        Assert.Equal((153, 10), Balance("u"));
        Assert.Equal((0, 0), Balance("v"));
        Assert.Equal(
            [
                ("0.30", "0.00000000000000004", RoundingCause.Noise),
                ("1.23", "0.009", RoundingCause.Dust),
                ("0.00", "-0.000000000000000027755575615628914", RoundingCause.Noise),
            ],
            _logs.Rounded.First.Select(r => (r.Credited, r.Residue, r.Cause)));
        AssertExact();
    }

    [Fact]
    public void Add_WhenATextIsNoUtf8_RejectsTheRow()
    {
        var counts = KeepBytes(
            [.. """{"user_id":"u","currency":"USD","balance":"1"""u8, 0xff, .. "\"}"u8]);

        Assert.Equal((1L, 1L), (counts.Unreadable, counts.Rejected));
        Assert.Equal([(RowReason.MalformedJson, null)], Rejected());
    }

    public void Dispose()
    {
        _logs.Dispose();
    }

    private CollectionCounts Keep(params string[] rows) =>
        KeepBytes(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', rows)));

    private CollectionCounts KeepBytes(byte[] bytes)
    {
        var file = new SourceFile(OldCollection.Wallets, "wallets.ndjson");
        var keeper = new BookKeeper(
            file, new ImportOptions { Files = [file] }, CurrencyRegistry.Default, _book, _logs);
        var scanner = new RowScanner(new MemoryStream(bytes));
        while (scanner.TryRead(out var row))
        {
            keeper.Add(row);
        }

        return keeper.Counts;
    }

    private (long Available, long Locked) Balance(string user, string currency = "USD")
    {
        var sum = _book.Find(new BalanceKey(
            OldCollection.Wallets, user, AccountKind.Spot, CurrencyRegistry.Default[currency]));
        return ((long)sum!.Value.Available, (long)sum.Value.Locked);
    }

    private IEnumerable<(RowReason, string?)> Rejected() =>
        _logs.Rejected.First.Select(r => (r.Reason, r.Amount));

    private void AssertExact()
    {
        foreach (var total in _book.Totals)
        {
            var scale = CurrencyRegistry.Default.TryGet(total.Key.Currency, out var currency)
                ? currency.Scale
                : 0;
            var rest = total.Before - total.Rejected - total.Residue;
            Assert.Equal(new ExactDecimal(total.Planned, scale), rest);
        }
    }
}
