using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.Tests.Processes;

public sealed class OutageTests
{
    private static readonly DateTimeOffset _noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-30, -10, 30)] // before the deadline began to run
    [InlineData(-10, 5, 35)] // over its beginning
    [InlineData(10, 20, 40)] // within
    [InlineData(20, 50, 60)] // over its end: ten minutes are left afterwards
    [InlineData(30, 50, 30)] // after it
    public void Move_ByAnOutage_AddsWhatItTook(int from, int to, int expected)
    {
        var moved = Outage.Move(
            _noon.AddMinutes(30), _noon,
            [new Outage(_noon.AddMinutes(from), _noon.AddMinutes(to))]);

        Assert.Equal(_noon.AddMinutes(expected), moved);
    }

    [Fact]
    public void Move_WhenTheMovedDeadlineMeetsAnother_MovesOn()
    {
        var moved = Outage.Move(
            _noon.AddMinutes(30), _noon,
            [
                new Outage(_noon.AddMinutes(20), _noon.AddMinutes(50)),
                new Outage(_noon.AddMinutes(55), _noon.AddMinutes(65)),
            ]);

        Assert.Equal(_noon.AddMinutes(70), moved);
    }
}
