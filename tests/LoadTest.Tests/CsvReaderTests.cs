using OrleansWallet.LoadTest.Csv;

namespace OrleansWallet.LoadTest.Tests;

public sealed class CsvReaderTests
{
    [Theory]
    [InlineData("a,b,c", new[] { "a", "b", "c" })]
    [InlineData(",,", new[] { "", "", "" })]
    [InlineData("a,", new[] { "a", "" })]
    [InlineData("\"a,b\",c", new[] { "a,b", "c" })]
    [InlineData("\"say \"\"hi\"\"\",\"\"", new[] { "say \"hi\"", "" })]
    [InlineData("\"two\r\nlines\",x", new[] { "two\nlines", "x" })]
    public void Read_WhenFieldsArePlainOrQuoted_SplitsThem(string text, string[] fields)
    {
        Assert.Equal(fields, new CsvReader(new StringReader(text)).Read());
    }

    [Fact]
    public void Read_AcrossLineEndsAndBlankLines_GivesEachRecordWithItsLine()
    {
        var csv = new CsvReader(new StringReader("a\r\n\r\n\"b\nb\"\nc"));

        Assert.Equal(["a"], csv.Read()!);
        Assert.Equal(1, csv.Line);
        Assert.Equal(["b\nb"], csv.Read()!);
        Assert.Equal(3, csv.Line);
        Assert.Equal(["c"], csv.Read()!);
        Assert.Equal(5, csv.Line);
        Assert.Null(csv.Read());
    }

    [Theory]
    [InlineData("\"never closed")]
    [InlineData("\"closed\"but more")]
    public void Read_WhenAQuotedFieldIsMalformed_Throws(string text)
    {
        var csv = new CsvReader(new StringReader(text));

        Assert.Throws<FormatException>(() => csv.Read());
    }
}
