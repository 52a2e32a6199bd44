using OrleansWallet.Engines.Local;

namespace OrleansWallet.Engines.Tests.Local;

public sealed class TurnQueueTests
{
    private readonly TurnQueue _queue = new();
    private readonly List<object?> _run = [];

    [Fact]
    public void Add_WhenNobodyRunsThem_AsksForOneThatDoes()
    {
        Assert.True(Add(1));
        Assert.False(Add(2));

        RunAll();

        Assert.Equal([1, 2], _run);
        Assert.True(_queue.IsEmpty);
        Assert.True(Add(3));
    }

    [Fact]
    public void TryStart_OnlyWhenNobodyRunsThem_MakesTheCallerTheOne()
    {
        Assert.True(_queue.TryStart());
        Assert.False(_queue.TryStart());
        Assert.False(Add(1));

        Assert.True(_queue.HasMoreOrRests());
        Assert.False(_queue.TryStart());
        RunAll();

        Assert.Equal([1], _run);
        Assert.True(_queue.TryStart());
        Assert.False(_queue.HasMoreOrRests());
        Assert.True(Add(2));
        Assert.False(_queue.TryStart());
    }

    [Fact]
    public void TryTake_WhenTurnsAreAddedMeanwhile_GivesThemInOrder()
    {
        for (var i = 0; i < 1_000; i++)
        {
            Add(2 * i);
            Add((2 * i) + 1);
            Take();
        }

        Assert.False(_queue.IsEmpty);
        RunAll();

        Assert.Equal(Enumerable.Range(0, 2_000).Cast<object?>(), _run);
    }

    [Fact]
    public void HasMoreOrRests_WhenMoreWaits_LeavesItRunning()
    {
        Add(1);
        Add(2);
        Take();

        Assert.True(_queue.HasMoreOrRests());
        Assert.False(Add(3));
    }

    [Fact]
    public async Task Add_ByManyThreads_LosesNothingAndRunsOneAtATime()
    {
        const int threads = 8, each = 20_000;
        var running = 0;
        var count = 0;
        void Turn(object? state)
        {
            Assert.Equal(1, Interlocked.Increment(ref running));
            count++;
            Interlocked.Decrement(ref running);
        }

        void Run()
        {
            do
            {
                for (var i = 0; i < 100 && _queue.TryTake(out var turn, out var state); i++)
                {
                    turn(state);
                }
            }
            while (_queue.HasMoreOrRests());
        }

        await Task.WhenAll(Enumerable.Range(0, threads).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < each; i++)
            {
                if (_queue.Add(Turn, null))
                {
                    Run();
                }
            }
        })));

        Assert.Equal(threads * each, count);
        Assert.True(_queue.IsEmpty);
    }

    private bool Add(object state) => _queue.Add(s => _run.Add(s), state);

    private void Take()
    {
        Assert.True(_queue.TryTake(out var turn, out var state));
        turn(state);
    }

    private void RunAll()
    {
        while (_queue.TryTake(out var turn, out var state))
        {
            turn(state);
        }

        Assert.False(_queue.HasMoreOrRests());
    }
}
