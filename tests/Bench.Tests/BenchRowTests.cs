using System.Text.Json.Nodes;
using OrleansWallet.Bench.Measuring;
using OrleansWallet.Bench.Results;

namespace OrleansWallet.Bench.Tests;

public sealed class BenchRowTests
{
    [Theory]
    [InlineData(3000, 100, 30, false, true)]
    [InlineData(2999, 100, 30, false, false)]
    [InlineData(1.2, 1, 1.2, true, true)]
    [InlineData(1.3, 1, 1.2, true, false)]
    public void Met_WithAPeer_IsOfTheRatio(
        double value, double peer, double goal, bool atMost, bool met)
    {
        var row = new BenchRow("r", value, peer, new Goal(goal, atMost));

        Assert.Equal(value / peer, row.Ratio);
        Assert.Equal(met, row.Met);
    }

    [Theory]
    [InlineData(15_000, false, true)]
    [InlineData(14_999, false, false)]
    [InlineData(14_999, true, true)]
    public void Met_WithoutAPeer_IsOfTheValue(double value, bool atMost, bool met)
    {
        var row = new BenchRow("r", value, null, new Goal(15_000, atMost));

        Assert.Null(row.Ratio);
        Assert.Equal(met, row.Met);
    }

    [Fact]
    public void ToRows_GivesARowForEachGoal()
    {
        var comparison = new Comparison(
            "c", Measured(60), Measured(2), Figure.PerSecond, new Goal(20), new Goal(40));

        Assert.Equal([true, false], comparison.ToRows().Select(r => r.Met));
    }

    [Fact]
    public void ToRows_WithoutGoals_GivesOneRowThatInforms()
    {
        var row = Assert.Single(
            new Comparison("c", Measured(60), Measured(2), Figure.PerSecond).ToRows());

        Assert.Equal(30, row.Ratio);
        Assert.Null(row.Met);
    }

    [Fact]
    public void ToRows_WhenASideWasNotMeasured_GivesNone()
    {
        var idle = new Side("idle", new Variant("v", _ => throw new InvalidOperationException()));

        Assert.Empty(new Comparison("c", Measured(1), idle, Figure.PerSecond).ToRows());
    }

    [Fact]
    public void Json_HasTheRowsWithTheirNulls()
    {
        var json = JsonNode.Parse(BenchJson.Write(
        [
            new BenchRow("with", 61, 2, new Goal(30)),
            new BenchRow("without", 5, null, null),
        ]));

        var expected = JsonNode.Parse(
            """
            {"rows":[
              {"name":"with","value":61,"peer":2,"ratio":30.5,"goal":30,"met":true},
              {"name":"without","value":5,"peer":null,"ratio":null,"goal":null,"met":null}
            ]}
            """);
        Assert.True(JsonNode.DeepEquals(expected, json), json!.ToJsonString());
    }

    [Theory]
    [InlineData(21400.4, "21400")]
    [InlineData(36.24, "36.2")]
    [InlineData(0.6128, "0.613")]
    [InlineData(null, "")]
    public void Table_ShowsTheDigitsThatCount(double? value, string expected) =>
        Assert.Equal(expected, BenchTable.Text(value));

    private static Side Measured(double rate)
    {
        var sample = new Sample(rate, 1, null, null);
        var side = new Side("s", new Variant("v", _ => Task.FromResult(sample)));
        side.Add(0, sample);
        return side;
    }
}
