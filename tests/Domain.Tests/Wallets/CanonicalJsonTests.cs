using System.Text;
using System.Text.Json;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Tests.Wallets;

public class CanonicalJsonTests
{
    [Theory]
    [InlineData("{}", "{}")]
    [InlineData(" { \"b\" : 1 ,\n \"a\" : [ 1 , null , true , false ] } ",
        "{\"b\":1,\"a\":[1,null,true,false]}")]
    [InlineData("{\"z\":{\"y\":{},\"x\":[]}}", "{\"z\":{\"y\":{},\"x\":[]}}")]
    [InlineData("{\"\":\"\"}", "{\"\":\"\"}")]
    [InlineData("{\"a\":1,\"a\":2}", "{\"a\":1,\"a\":2}")]
    public void TryCanonize_WhenObject_DropsBlanksAndKeepsTheOrder(string json, string expected) =>
        AssertCanonical(json, expected);

    [Theory]
    [InlineData("1.0")]
    [InlineData("1.10")]
    [InlineData("1e2")]
    [InlineData("1E+2")]
    [InlineData("-0")]
    [InlineData("0.1000000000000000000000000000000000001")]
    [InlineData("123456789012345678901234567890123456789012345678901234567890")]
    [InlineData("1e400")]
    public void TryCanonize_WhenNumber_KeepsItsOwnDigits(string number) =>
        AssertCanonical($$"""{"n":{{number}}}""", $$"""{"n":{{number}}}""");

    [Theory]
    [InlineData("\"\\u0041\"", "\"A\"")]
    [InlineData("\"\\/\"", "\"/\"")]
    [InlineData("\"\\u00e9\"", "\"\u00E9\"")]
    [InlineData("\"<&>'+\"", "\"<&>'+\"")]
    [InlineData("\"\\\"\\\\\"", "\"\\\"\\\\\"")]
    [InlineData("\"\\u000a\\u0001\"", "\"\\n\\u0001\"")]
    public void TryCanonize_WhenText_IsWrittenInOneWayOnly(string text, string expected) =>
        AssertCanonical($$"""{"t":{{text}}}""", $$"""{"t":{{expected}}}""");

    [Fact]
    public void TryCanonize_WhenAPairOfSurrogates_IsTheSameEscapedOrNot()
    {
        Assert.True(TryCanonize("{\"t\":\"\\ud83d\\ude00\"}", out var escaped));
        Assert.True(TryCanonize("{\"t\":\"\U0001F600\"}", out var plain));

        Assert.Equal(plain, escaped);
    }

    [Theory]
    [InlineData("{\"t\":\"\\u0000\"}")]
    [InlineData("{\"\\u0000\":1}")]
    [InlineData("{\"t\":[{\"u\":\"a\\u0000b\"}]}")]
    [InlineData("{\"t\":\"\\ud83d\"}")]
    [InlineData("{\"t\":\"\\ude00\"}")]
    [InlineData("{\"t\":\"\\ude00\\ud83d\"}")]
    [InlineData("{\"\\ud83d\":1}")]
    public void TryCanonize_WhenNulOrLoneSurrogate_IsRefused(string json) => AssertRefused(json);

    [Theory]
    [InlineData("[]")]
    [InlineData("[{}]")]
    [InlineData("\"text\"")]
    [InlineData("1")]
    [InlineData("true")]
    [InlineData("null")]
    public void TryCanonize_WhenNotAnObject_IsRefused(string json) => AssertRefused(json);

    [Fact]
    public void TryCanonize_WhenNoElement_IsRefused() =>
        Assert.False(CanonicalJson.TryCanonize(default, out _));

    [Theory]
    [InlineData("e", 1)]
    [InlineData("\u20AC", 3)]
    public void TryCanonize_WhenAtTheLimitOfBytes_IsTaken_AndOneByteMoreIsNot(
        string character, int bytes)
    {
        var room = CommandContext.MetadataBytesMax - Encoding.UTF8.GetByteCount("""{"t":""}""");
        var fits = string.Concat(Enumerable.Repeat(character, room / bytes))
            + new string('x', room % bytes);

        Assert.True(TryCanonize($$"""{"t":"{{fits}}"}""", out var canonical));
        Assert.Equal(CommandContext.MetadataBytesMax, Encoding.UTF8.GetByteCount(canonical));
        AssertRefused($$"""{"t":"{{fits}}x"}""");
    }

    [Fact]
    public void TryCanonize_WhenBlanksAreBig_CountsTheCanonicalBytes() =>
        AssertCanonical("{" + new string(' ', 10_000) + "}", "{}");

    [Theory]
    [InlineData(16, true)]
    [InlineData(17, false)]
    [InlineData(60, false)]
    public void TryCanonize_WhenNested_TakesSixteenLevels(int depth, bool taken)
    {
        var objects = string.Concat(Enumerable.Repeat("{\"a\":", depth - 1)) + "{}"
            + new string('}', depth - 1);
        var arrays = "{\"a\":" + new string('[', depth - 1) + new string(']', depth - 1) + "}";

        Assert.Equal(taken, TryCanonize(objects, out _));
        Assert.Equal(taken, TryCanonize(arrays, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("text")]
    [InlineData("\U0001F600")]
    [InlineData("a\U0001F600\U0001F600b")]
    public void IsStorable_WhenWholeText_IsTrue(string text) =>
        Assert.True(CanonicalJson.IsStorable(text));

    [Fact]
    public void IsStorable_WhenNulOrLoneSurrogate_IsFalse()
    {
        // Not a theory's data: attributes can't hold a lone surrogate.
        string[] texts =
            ["\0", "a\0", "\uD83D", "a\uD83Db", "\uDE00\uD83D", "\uD83D\uD83D\uDE00"];

        Assert.All(texts, text => Assert.False(CanonicalJson.IsStorable(text)));
    }

    private static void AssertCanonical(string json, string expected)
    {
        Assert.True(TryCanonize(json, out var canonical));
        Assert.Equal(expected, canonical);
        Assert.True(TryCanonize(canonical, out var again));
        Assert.Equal(canonical, again);
    }

    private static void AssertRefused(string json)
    {
        Assert.False(TryCanonize(json, out var canonical));
        Assert.Equal("", canonical);
    }

    private static bool TryCanonize(string json, out string canonical)
    {
        using var document = JsonDocument.Parse(json);
        return CanonicalJson.TryCanonize(document.RootElement, out canonical);
    }
}
