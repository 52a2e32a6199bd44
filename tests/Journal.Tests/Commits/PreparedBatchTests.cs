using Microsoft.Extensions.Logging.Abstractions;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal.Commits;
using OrleansWallet.Testing;

namespace OrleansWallet.Journal.Tests.Commits;

/// <summary>When much waits, the next batch is taken before the callers of this one are answered:
/// the server is busy when they come back.</summary>
public sealed class PreparedBatchTests : IAsyncDisposable
{
    private readonly Store _store = new();
    private readonly CommitWriter _writer;

    public PreparedBatchTests() => _writer = new CommitWriter(
        _store, new JournalOptions { GatherWindow = TimeSpan.Zero }, TimeProvider.System,
        NullLogger.Instance);

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public async Task Run_PreparesWhatWaits_BeforeItAnswers(int waiting, bool isPrepared)
    {
        var hand = Hand(1);
        var answer = hand.Append(Groups.Credits(1));
        var running = _writer.Run();
        await _store.Reached.Task.WaitAsync(TimeSpan.FromSeconds(10));
        _store.IsAnswered = () => answer.IsCompleted;
        var next = Hand(2).Append(Groups.Credits(waiting));

        _store.Go.SetResult();
        Assert.IsType<CommitResult.Done>(await answer);
        Assert.IsType<CommitResult.Done>(await next);
        _writer.Stop();
        await running;

        Assert.Equal([1, waiting], _store.Committed.ConvertAll(b => b.Units));
        if (isPrepared)
        {
            var prepared = Assert.Single(_store.Prepared);
            Assert.Same(_store.Committed[1].Batch, prepared.Batch);
            Assert.False(prepared.IsAnswered);
        }
        else
        {
            Assert.Empty(_store.Prepared);
        }
    }

    [Fact]
    public async Task Run_WhenWhatWaitsIsOfABrokenLine_PreparesNoneOfIt()
    {
        var (hand, broken) = (Hand(1), Hand(2));
        _ = hand.Append(Groups.Credits(1));
        var first = broken.Append(Groups.Credits(1));
        _store.SetAside = 2;
        var running = _writer.Run();
        await _store.Reached.Task.WaitAsync(TimeSpan.FromSeconds(10));
        var behind = broken.Append(Groups.Credits(2));
        var next = Hand(3).Append(Groups.Credits(2));

        _store.Go.SetResult();
        Assert.IsType<CommitResult.Fenced>(await first);
        Assert.IsType<CommitResult.Discarded>(await behind);
        Assert.IsType<CommitResult.Done>(await next);
        _writer.Stop();
        await running;

        Assert.Equal([3], _store.Prepared.Single().Lines);
    }

    public async ValueTask DisposeAsync() => await _writer.DisposeAsync();

    private WalletHand Hand(long no) => new(new WalletLine(
        _writer, new Heads(), new WalletHead(no, true, 0, Guid.Empty),
        WalletState.New(Commands.NewWallet()), 0, Guid.Empty));

    private sealed class Heads : IWalletHeads
    {
        public OtherWriters Others { get; } =
            new(() => throw new NotSupportedException(), TimeProvider.System);

        public ValueTask<bool> IsCurrent(WalletLine line, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }

    private sealed class Store : ICommitStore
    {
        public TaskCompletionSource Reached { get; } = new();

        public TaskCompletionSource Go { get; } = new();

        public Func<bool> IsAnswered { get; set; } = () => true;

        // The wallet whose fence does not hold.
        public long SetAside { get; set; }

        public List<(CommitBatch Batch, int Units)> Committed { get; } = [];

        public List<(CommitBatch Batch, bool IsAnswered, long[] Lines)> Prepared { get; } = [];

        public int PreparedUnitsMin => 3;

        public async Task<CommitTry> Commit(CommitBatch batch)
        {
            Reached.TrySetResult();
            await Go.Task;
            if (batch.Groups.Find(g => g.Line.WalletNo == SetAside) is { } aside)
            {
                return new CommitTry.SetAside(new Dictionary<CommitGroup, CommitResult>
                {
                    [aside] = CommitResult.Fenced.Instance,
                });
            }

            Committed.Add((batch, batch.Groups.Sum(g => g.Units.Count)));
            return CommitTry.Committed.Instance;
        }

        public void Prepare(CommitBatch next) => Prepared.Add(
            (next, IsAnswered(), [.. next.Groups.Select(g => g.Line.WalletNo)]));

        public void WriteAhead(CommitGroup group)
        {
        }

        public Task<bool?> IsOver(CommitTry.Doubtful doubt) => throw new NotSupportedException();

        public Task<bool?> IsCommitted(CommitTry.Doubtful doubt) =>
            throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
