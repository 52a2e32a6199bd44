using OrleansWallet.Simulation.Core;

namespace OrleansWallet.Simulation.Tests;

public sealed class SimSchedulerTests
{
    private readonly SimScheduler _scheduler = new(new SimRandom(1), new Trace());
    private readonly List<string> _ran = [];

    [Fact]
    public void Timers_SetInAnyOrder_RunByTimeThenAsSet()
    {
        _scheduler.At(20, () => _ran.Add("late"));
        _scheduler.At(10, () => _ran.Add("first"));
        _scheduler.At(10, () => _ran.Add("second"));

        RunAll();

        Assert.Equal(["first", "second", "late"], _ran);
        Assert.Equal(20, _scheduler.Now);
    }

    [Fact]
    public void Timer_WhenCancelled_NeitherRunsNorMovesTheClock()
    {
        _scheduler.At(10, () => _ran.Add("kept"));
        _scheduler.At(1000, () => _ran.Add("cancelled")).Cancel();

        RunAll();

        Assert.Equal(["kept"], _ran);
        Assert.Equal(10, _scheduler.Now);
    }

    [Fact]
    public void Strand_WithSeveralTurns_RunsThemInOrder()
    {
        var strand = new Strand(_scheduler, "one");
        strand.Run(() => _ran.Add("a"));
        strand.Run(() => _ran.Add("b"));

        RunAll();

        Assert.Equal(["a", "b"], _ran);
    }

    [Fact]
    public void Strand_WhenKilled_DoesNothingMore()
    {
        var strand = new Strand(_scheduler, "dead");
        strand.Run(() => _ran.Add("before"));
        strand.Kill();
        strand.Run(() => _ran.Add("after"));

        RunAll();

        Assert.Empty(_ran);
        Assert.True(_scheduler.IsIdle);
    }

    private void RunAll()
    {
        while (_scheduler.Step())
        {
        }
    }
}
