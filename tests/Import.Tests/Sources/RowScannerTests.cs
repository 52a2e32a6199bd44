using System.Text;
using OrleansWallet.Import.Sources;

namespace OrleansWallet.Import.Tests.Sources;

public sealed class RowScannerTests
{
    public static TheoryData<string, string[]> Files => new()
    {
        { "", [] },
        { " \r\n\n", [] },
        { "[]", [] },
        { " [ ]\n", [] },
        { """[{"a":1},{"a":2}]""", ["0:{\"a\":1}", "1:{\"a\":2}"] },
        { "[\n {\"a\":[1,{\"b\":2}]} ,\r\n 7, NaN]\n", ["0:{\"a\":[1,{\"b\":2}]}", "1:7", "2:NaN"] },
        { """[{"a":"}]\"{["},{}]""", ["0:{\"a\":\"}]\\\"{[\"}", "1:{}"] },
        { """[{"a":"\\"},{"b":1}]""", ["0:{\"a\":\"\\\\\"}", "1:{\"b\":1}"] },
        { "[{'a': oops},{\"b\":1}]", ["0:{'a': oops}", "1:{\"b\":1}"] },
        { "{\"a\":1}\n{\"a\":2}\n", ["1:{\"a\":1}", "2:{\"a\":2}"] },
        { "\n {\"a\":1} \r\n\r\n{\"a\":2}", ["2:{\"a\":1}", "4:{\"a\":2}"] },
        { "{\"a\":\noops\n{}", ["1:{\"a\":", "2:oops", "3:{}"] },
        { "\ufeff[{}]", ["0:{}"] },
        { "\ufeff{}\n{}", ["1:{}", "2:{}"] },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void TryRead_WhateverTheBorders_CutsTheSameRows(string file, string[] expected)
    {
        foreach (var atOnce in (int[])[1, 2, 3, 1000])
        {
            Assert.Equal(expected, Read(file, atOnce));
        }
    }

    [Theory]
    [InlineData("[")]
    [InlineData("[{}")]
    [InlineData("[{},")]
    [InlineData("[{\"a\":\"]")]
    [InlineData("[{}] {}")]
    [InlineData("[{}]]")]
    public void TryRead_WhenTheArrayHasNoProperEnd_Throws(string file)
    {
        Assert.Throws<SourceException>(() => Read(file, 1000));
        Assert.Throws<SourceException>(() => Read(file, 1));
    }

    [Fact]
    public void TryRead_WhenRowsAreLongerThanTheBuffer_GrowsIt()
    {
        var text = new string('x', 300_000);
        string[] rows = [$"{{\"a\":\"{text}\"}}", "{}", $"{{\"b\":\"{text}{text}\"}}"];

        Assert.Equal(
            rows.Select((row, i) => $"{i}:{row}"), Read($"[{string.Join(',', rows)}]", 70_000));
        Assert.Equal(
            rows.Select((row, i) => $"{i + 1}:{row}"), Read(string.Join('\n', rows), 70_000));
    }

    private static List<string> Read(string file, int atOnce)
    {
        var scanner = new RowScanner(new TrickleStream(Encoding.UTF8.GetBytes(file), atOnce));
        var rows = new List<string>();
        while (scanner.TryRead(out var row))
        {
            rows.Add($"{row.Line ?? row.Index}:{Encoding.UTF8.GetString(row.Json.Span)}");
        }

        return rows;
    }
}
