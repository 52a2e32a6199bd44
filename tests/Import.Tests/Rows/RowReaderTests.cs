using System.Text;
using OrleansWallet.Domain.Money;
using OrleansWallet.Import.Rows;
using OrleansWallet.Import.Sources;

namespace OrleansWallet.Import.Tests.Rows;

/// <summary>Every accepted shape of an old row, and what is not accepted.</summary>
public sealed class RowReaderTests
{
    [Theory]
    // Users.
    [InlineData("""{"user_id":"u","currency":"USD","balance":1}""", "u: USD 1+0")]
    [InlineData("""{"userId":"u","currency":"USD","balance":1}""", "u: USD 1+0")]
    [InlineData("""{"trader_id":"u","currency":"USD","balance":1}""", "u: USD 1+0")]
    [InlineData("""{"_id":"u","currency":"USD","balance":1}""", "u: USD 1+0")]
    [InlineData("""{"_id":{"$oid":"507f1f77bcf86cd799439011"},"balances":{"USD":1}}""",
        "507f1f77bcf86cd799439011: USD 1+0")]
    [InlineData("""{"_id":{"user_id":"u","currency":"USD"},"balance":1}""", "u: USD 1+0")]
    [InlineData("""{"user_id":{"$oid":"507f1f77bcf86cd799439011"},"currency":"USD","balance":1}""",
        "507f1f77bcf86cd799439011: USD 1+0")]
    [InlineData("""{"user_id":42,"currency":"USD","balance":1}""", "42: USD 1+0")]
    [InlineData("""{"user_id":{"$numberLong":"42"},"currency":"USD","balance":1}""", "42: USD 1+0")]
    [InlineData("""{"user_id":"u","trader_id":"u","currency":"USD","balance":1}""", "u: USD 1+0")]
    // Currencies.
    [InlineData("""{"user_id":"u","asset":"btc","balance":1}""", "u: BTC 1+0")]
    [InlineData("""{"user_id":"u","coin":" BTC ","balance":1}""", "u: BTC 1+0")]
    [InlineData("""{"user_id":"u","symbol":"BTC","balance":1}""", "u: BTC 1+0")]
    [InlineData("""{"user_id":"u","symbol":"₿","currency":"BTC","balance":1}""", "u: BTC 1+0")]
    // Numbers.
    [InlineData("""{"user_id":"u","currency":"USD","balance":"1.50"}""", "u: USD 1.5+0")]
    [InlineData("""{"user_id":"u","currency":"USD","balance":{"$numberDecimal":"1.5E+1"}}""",
        "u: USD 15+0")]
    [InlineData("""{"user_id":"u","currency":"USD","balance":{"$numberDouble":"0.1"}}""",
        "u: USD 0.1+0")]
    [InlineData("""{"user_id":"u","currency":"USD","balance":{"$numberInt":"7"}}""", "u: USD 7+0")]
    [InlineData("""{"user_id":"u","currency":"USD","balance":{"$numberLong":7}}""", "u: USD 7+0")]
    [InlineData("""{"user_id":"u","currency":"USD","balance":0.30000000000000004}""",
        "u: USD 0.30000000000000004+0")]
    // Amounts.
    [InlineData("""{"user_id":"u","currency":"USD","amount":1,"in_escrow":2}""",
        "u: USD 1+2 assumed")]
    [InlineData("""{"user_id":"u","currency":"USD","available":1,"locked":2}""", "u: USD 1+2")]
    [InlineData("""{"user_id":"u","currency":"USD","available_balance":1,"locked_balance":2,"total_balance":3}""",
        "u: USD 1+2")]
    [InlineData("""{"user_id":"u","currency":"USD","availableBalance":1,"lockedBalance":2,"balance":3}""",
        "u: USD 1+2")]
    [InlineData("""{"user_id":"u","currency":"USD","available":1,"locked":2,"balance":1}""",
        "u: USD 1+2")]
    [InlineData("""{"user_id":"u","currency":"USD","total":3,"locked":2}""", "u: USD 1+2")]
    [InlineData("""{"user_id":"u","currency":"USD","total":3,"available":1}""", "u: USD 1+2")]
    [InlineData("""{"user_id":"u","currency":"USD","total":3}""", "u: USD 3+0")]
    [InlineData("""{"user_id":"u","currency":"USD","locked":2}""", "u: USD 0+2")]
    [InlineData("""{"user_id":"u","currency":"USD","balance":1,"locked":null}""", "u: USD 1+0")]
    [InlineData("""{"user_id":"u","currency":"USD","balance":1,"locked":0}""", "u: USD 1+0")]
    [InlineData("""{"user_id":"u","currency":"USD","balance":1,"available":1.0}""", "u: USD 1+0")]
    [InlineData("""{"user_id":"u","currency":"USD","balance":1,"savings":4}""",
        "u: USD 1+0, Savings USD 4+0 (savings)")]
    [InlineData("""{"user_id":"u","currency":"USD","available":0.1,"locked":0.2,"total":0.30000000000000004}""",
        "u: USD 0.1+0.2")]
    // Nested.
    [InlineData("""{"user_id":"u","balances":{"BTC":0.5,"usd":{"available":1,"locked":"2"}}}""",
        "u: BTC 0.5+0 (balances.BTC), USD 1+2 (balances.usd)")]
    [InlineData("""{"user_id":"u","balances":{"BTC":{"$numberDecimal":"0.5"}}}""",
        "u: BTC 0.5+0 (balances.BTC)")]
    [InlineData("""{"user_id":"u","balances":[{"currency":"BTC","total":3,"locked":1},{"asset":"USD","amount":"1"}]}""",
        "u: BTC 2+1 (balances[0]), USD 1+0 (balances[1])")]
    [InlineData("""{"user_id":"u","balances":{}}""", "u: ")]
    [InlineData("""{"user_id":"u","balance":0,"balances":{"BTC":1}}""", "u: BTC 1+0 (balances.BTC)")]
    [InlineData("""{"user_id":"u","balances":null,"currency":"BTC","balance":1}""", "u: BTC 1+0")]
    public void Read_WhenTheShapeIsKnown_TellsTheBalances(string row, string expected)
    {
        var told = Tell(row).Replace(" (balances.USD)", "", StringComparison.Ordinal);

        Assert.Equal(expected, told);
    }

    [Theory]
    [InlineData("""{"currency":"USD","balance":1}""", "UserMissing")]
    [InlineData("""{"_id":{"$oid":"507f1f77bcf86cd799439011"},"currency":"USD","balance":1}""",
        "UserMissing")]
    [InlineData("""{"_id":"507f1f77bcf86cd799439011","currency":"USD","balance":1}""",
        "UserMissing")]
    [InlineData("""{"user_id":"","currency":"USD","balance":1}""", "BadUserId")]
    [InlineData("""{"user_id":"a b","currency":"USD","balance":1}""", "BadUserId")]
    [InlineData("""{"user_id":"platform:fees","currency":"USD","balance":1}""", "BadUserId")]
    [InlineData("""{"user_id":"world:cash","currency":"USD","balance":1}""", "BadUserId")]
    [InlineData("""{"user_id":1.5,"currency":"USD","balance":1}""", "BadUserId")]
    [InlineData("""{"user_id":["u"],"currency":"USD","balance":1}""", "BadUserId")]
    [InlineData("""{"user_id":"u","userId":"v","currency":"USD","balance":1}""", "AmbiguousField")]
    [InlineData("""{"user_id":"u","balance":1}""", "CurrencyMissing")]
    [InlineData("""{"user_id":"u","currency":5,"balance":1}""", "CurrencyMissing")]
    [InlineData("""{"user_id":"u","currency":"XYZ","balance":1}""", "UnknownCurrency")]
    [InlineData("""{"user_id":"u","currency":"USD","asset":"BTC","balance":1}""", "AmbiguousField")]
    [InlineData("""{"user_id":"u","balances":{"USD":{"currency":"BTC","balance":1}}}""",
        "AmbiguousField")]
    [InlineData("""{"user_id":"u","currency":"USD"}""", "AmountMissing")]
    [InlineData("""{"user_id":"u","currency":"USD","balance":null}""", "AmountMissing")]
    [InlineData("""{"user_id":"u","balances":7}""", "AmountMissing")]
    [InlineData("""{"user_id":"u","balances":[7]}""", "NotAnObject")]
    [InlineData("""{"user_id":"u","currency":"USD","balance":"1,5"}""", "NotANumber")]
    [InlineData("""{"user_id":"u","currency":"USD","balance":true}""", "NotANumber")]
    [InlineData("""{"user_id":"u","currency":"USD","balance":[1]}""", "NotANumber")]
    [InlineData("""{"user_id":"u","currency":"USD","balance":{"$date":"1"}}""", "NotANumber")]
    [InlineData("""{"user_id":"u","currency":"USD","balance":1,"locked":"x"}""", "NotANumber")]
    [InlineData("""{"user_id":"u","currency":"USD","balance":{"$numberDouble":"NaN"}}""",
        "NotFinite")]
    [InlineData("""{"user_id":"u","currency":"USD","balance":{"$numberDecimal":"-Infinity"}}""",
        "NotFinite")]
    [InlineData("""{"user_id":"u","currency":"USD","balance":NaN}""", "NotFinite")]
    [InlineData("""{"user_id":"u","currency":"USD","balance":-Infinity}""", "NotFinite")]
    [InlineData("""{"user_id":"u","currency":"USD","balance":1,"amount":2}""", "AmbiguousField")]
    [InlineData("""{"user_id":"u","currency":"USD","balance":1,"balance":2}""", "AmbiguousField")]
    [InlineData("""{"user_id":"u","currency":"USD","available":1,"locked":1,"in_escrow":2}""",
        "AmbiguousField")]
    [InlineData("""{"user_id":"u","balance":5,"balances":{"BTC":1}}""", "AmbiguousField")]
    [InlineData("""{"user_id":"u","currency":"USD","available":1,"locked":2,"total":4}""",
        "InconsistentAmounts")]
    [InlineData("""{"user_id":"u","currency":"USD","available":5,"total":4}""",
        "InconsistentAmounts")]
    [InlineData("""{"user_id":"u","currency":"USD","total":4,"locked":5}""", "InconsistentAmounts")]
    [InlineData("""{"user_id":"u","currency":"USD","total":4,"locked":1,"balance":7}""",
        "InconsistentAmounts")]
    [InlineData("[]", "NotAnObject")]
    [InlineData("7", "NotAnObject")]
    [InlineData("{'a':1}", "MalformedJson")]
    [InlineData("""{"a":1""", "MalformedJson")]
    public void Read_WhenItCantBeKnown_SaysWhy(string row, string reason) =>
        Assert.Equal(reason, Tell(row));

    [Fact]
    public void Read_WhenABalanceMeansAll_TakesTheLockedPartOutOfIt() => Assert.Equal(
        "u: USD 1+2",
        Tell("""{"user_id":"u","currency":"USD","balance":3,"locked":2}""", BalanceMeaning.Total));

    [Theory]
    [InlineData("""{"user_id":"u","currency":"USD","balance":3}""")]
    [InlineData("""{"user_id":"u","currency":"USD","savings":3}""")]
    [InlineData("""{"user_id":"u","currency":"USD","savings_balance":3,"amount":3.0}""")]
    public void Read_WhenItIsASavingsRow_TheBalanceIsTheSavings(string row) => Assert.Equal(
        "u: Savings USD 3+0", Tell(row, collection: OldCollection.SavingsBalances));

    [Fact]
    public void Read_WhenFieldsSayNothing_CountsThem()
    {
        var ignored = new FieldTally();

        Tell("""{"user_id":"u","balances":{"BTC":{"total":1,"x":1}},"__v":0}""", ignored: ignored);
        Tell("""{"user_id":"u","balances":{"BTC":{"total":1,"x":1}}}""", ignored: ignored);

        Assert.Equal(
            ["__v 1", "balances.*.x 2"],
            ignored.Counts.Select(c => $"{c.Key} {c.Value}").Order(StringComparer.Ordinal));
    }

    private static string Tell(
        string text, BalanceMeaning meaning = BalanceMeaning.Available,
        OldCollection collection = OldCollection.Wallets, FieldTally? ignored = null)
    {
        using var document = RowText.Parse(Encoding.UTF8.GetBytes(text), out var problem);
        if (document is null)
        {
            return problem!.Reason.ToString();
        }

        var reader = new RowReader(
            collection, CurrencyRegistry.Default, meaning, ignored ?? new FieldTally());
        var row = reader.Read(document.RootElement);
        var problems = row.Parts.Select(p => p.Problem).Prepend(row.UserProblem).OfType<RowProblem>();
        return problems.FirstOrDefault()?.Reason.ToString()
            ?? $"{row.User}: {string.Join(", ", row.Parts.Select(Tell))}";
    }

    private static string Tell(PartReading part)
    {
        var account = part.Account == default ? "" : $"{part.Account} ";
        var assumed = part.Amounts!.IsAssumed ? " assumed" : "";
        var path = part.Path is null ? "" : $" ({part.Path})";
        return $"{account}{part.Currency} {part.Amounts.Available}+{part.Amounts.Locked}"
            + assumed + path;
    }
}
