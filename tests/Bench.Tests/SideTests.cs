using OrleansWallet.Bench.Measuring;

namespace OrleansWallet.Bench.Tests;

public sealed class SideTests
{
    [Fact]
    public void Value_IsTheMedianOfTheBestVariant()
    {
        var side = new Side("s", Fixed(1), Fixed(2));
        side.Add(0, At(900));
        side.Add(1, At(100));
        side.Add(1, At(1000));
        side.Add(1, At(2000));

        Assert.Equal(1, side.Best);
        Assert.Equal(1000, side.Value(Figure.PerSecond));
    }

    [Fact]
    public void Value_OfAFigureThatNoRunGave_Throws()
    {
        var side = new Side("s", Fixed(1));
        side.Add(0, At(1));

        Assert.Throws<InvalidOperationException>(() => side.Value(Figure.P99Ms));
    }

    [Theory]
    [InlineData(new[] { 3.0 }, 3)]
    [InlineData(new[] { 9.0, 1, 2 }, 2)]
    [InlineData(new[] { 4.0, 1, 2, 9 }, 3)]
    public void Median_IsTheMiddle(double[] values, double expected) =>
        Assert.Equal(expected, Median.Of(values));

    [Fact]
    public async Task Rounds_TryAllVariantsFirst_ThenTheBestInTurns()
    {
        var first = new Side("a", Fixed(1), Fixed(3), Fixed(2));
        var second = new Side("b", Fixed(5));
        var told = new List<string>();
        var settled = 0;
        var rounds = new Rounds([first, second], _ =>
        {
            settled++;
            return Task.CompletedTask;
        }, TimeProvider.System);

        var done = await rounds.RunAsync(
            2, TimeSpan.MaxValue,
            (round, side, variant, _) => told.Add($"{round}{side.Name}{variant.Name}"), default);

        Assert.Equal(2, done);
        Assert.Equal(["1a1", "1a3", "1a2", "1b5", "2a3", "2b5"], told);
        Assert.Equal(told.Count, settled);
    }

    [Fact]
    public async Task Rounds_WhenTheTimeIsOver_BeginNoOther()
    {
        var side = new Side("a", Fixed(1));
        var rounds = new Rounds([side], _ => Task.CompletedTask, TimeProvider.System);

        Assert.Equal(1, await rounds.RunAsync(3, TimeSpan.Zero, (_, _, _, _) => { }, default));
        Assert.True(side.IsMeasured);
    }

    [Fact]
    public void Contenders_AreAllButTheClearlySlower()
    {
        var side = new Side("s", Fixed(1), Fixed(2), Fixed(3));
        Assert.Equal([0, 1, 2], side.Contenders());

        side.Add(0, At(100));
        side.Add(1, At(80));
        side.Add(2, At(79));

        Assert.Equal([0, 1], side.Contenders());
    }

    private static Variant Fixed(int rate) => new(
        rate.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => Task.FromResult(At(rate)));

    private static Sample At(double rate) => new(rate, 1, null, null);
}
