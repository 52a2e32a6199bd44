using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Tests.Wallets;

public class WalletTimeTests
{
    private static readonly DateTimeOffset _start = WalletScenario.Start;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(9, 0)]
    [InlineData(10, 10)]
    [InlineData(19, 10)]
    public void Cut_DropsWhatIsBelowAMicrosecond(int ticks, int kept) =>
        Assert.Equal(_start.AddTicks(kept), WalletTime.Cut(_start.AddTicks(ticks)));

    [Fact]
    public void Cut_WhenAnotherOffset_GivesTheSameInstantInUtc()
    {
        var cut = WalletTime.Cut(_start.ToOffset(TimeSpan.FromHours(-7)));

        Assert.Equal((_start, TimeSpan.Zero), (cut, cut.Offset));
    }

    [Fact]
    public void Cut_WhenBefore1970_RoundsDownToo() =>
        Assert.Equal(
            DateTimeOffset.UnixEpoch.AddTicks(-10),
            WalletTime.Cut(DateTimeOffset.UnixEpoch.AddTicks(-1)));

    [Fact]
    public void Decide_CutsTheTime()
    {
        var entry = WalletScenario.Given().Later(TimeSpan.FromTicks(29))
            .When(Make.Credit(Make.Usd(1))).Entry;

        Assert.Equal(_start.AddTicks(20), entry.At);
    }

    [Fact]
    public void Decide_WhenTheClockWentBack_KeepsTheLastTime()
    {
        var given = WalletScenario.Given(Make.Credit(Make.Usd(100)));

        var then = given.Later(TimeSpan.FromHours(-1)).When(Make.Debit(Make.Usd(1)));

        Assert.Equal(_start, then.Entry.At);
        Assert.Equal(_start, then.State.LastAt);
    }

    [Fact]
    public void Decide_GivesAllEntriesOfACommandOneTime()
    {
        var then = WalletScenario.Given(Make.Credit(Make.Usd(100))).Later(TimeSpan.FromHours(1))
            .When(Make.Move(Make.Usd(1)));

        Assert.Equal([_start.AddHours(1), _start.AddHours(1)], then.Entries.Select(e => e.At));
    }

    [Fact]
    public void CreatedAt_IsTheFirstEntrysTime()
    {
        var state = WalletScenario.Given(Make.Credit(Make.Usd(1))).Later(TimeSpan.FromHours(1))
            .And(Make.Credit(Make.Usd(1))).State;

        Assert.Equal((_start, _start.AddHours(1)), (state.CreatedAt, state.LastAt));
        Assert.Equal(_start.AddHours(1), state.Balances[0].At);
    }
}
