using Microsoft.Extensions.Logging.Abstractions;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal.Commits;
using OrleansWallet.Testing;
using static OrleansWallet.Testing.Commands;

namespace OrleansWallet.Journal.Tests.Fences;

public sealed class OtherWritersTests
{
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);
    private static readonly WritersLook _nobody = new(AnyOther: false, "0");

    private readonly ManualTime _time = new();
    private readonly OtherWriters _others;
    private Func<ValueTask<WritersLook>> _look = () => new(_nobody);
    private int _lookCount;

    public OtherWritersTests() => _others = new OtherWriters(
        () =>
        {
            _lookCount++;
            return _look();
        },
        _time);

    [Fact]
    public async Task Tell_WhenNobodyElseWrites_ConfirmsWhatWasReadSince()
    {
        var before = Line(1);
        _time.Advance(_second);
        Look();
        var since = Line(2);
        _time.Advance(_second * 100);

        Assert.True(await _others.Tell(since, default));
        Assert.False(await _others.Tell(before, default));
        before.SeeCurrent(_time.GetTimestamp());
        _time.Advance(_second * 100);
        Assert.True(await _others.Tell(before, default));
    }

    [Fact]
    public void WasCurrent_WhenNobodyElseWrites_LooksOnceForAll()
    {
        Look();
        var lines = Enumerable.Range(1, 100).Select(no => Line(no)).ToList();
        _time.Advance(_second * 0.4);
        Assert.All(lines, line => Assert.True(line.WasCurrent(_second)));
        Assert.Equal(1, _lookCount);

        _time.Advance(_second * 0.2);
        Assert.All(lines, line => Assert.True(line.WasCurrent(_second)));
        Assert.Equal(2, _lookCount);

        _time.Advance(_second * 10);
        Assert.All(lines, line => Assert.True(line.WasCurrent(_second)));
        Assert.Equal(3, _lookCount);
    }

    [Fact]
    public async Task Tell_WhenAnotherWriterIsThere_DoesNotKnow()
    {
        Look();
        var line = Line(1);

        Look(_nobody with { AnyOther = true });

        Assert.False(await _others.Tell(line, default));
        Assert.False(line.WasCurrent(_second));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Tell_WhenAnotherWriterHasGone_KnowsOnlyWhatWasReadSince(bool wasSeen)
    {
        Look();
        var line = Line(1);
        _time.Advance(_second * 10);
        if (wasSeen)
        {
            Look(new WritersLook(AnyOther: true, "1"));
        }

        Look(new WritersLook(AnyOther: false, "1"));

        Assert.False(await _others.Tell(line, default));
        line.SeeCurrent(_time.GetTimestamp());
        Assert.True(await _others.Tell(line, default));
    }

    [Fact]
    public async Task Tell_WhenTheDatabaseIsAway_DoesNotKnowUntilItIsBack()
    {
        Look();
        var line = Line(1);

        Look(() => throw new JournalUnavailableException());
        var lookCount = _lookCount;
        Assert.False(await _others.Tell(line, default));
        Assert.Equal(lookCount + 1, _lookCount);
        Assert.False(line.WasCurrent(_second));

        _look = () => new(_nobody);
        Assert.True(await _others.Tell(line, default));
    }

    [Fact]
    public async Task Tell_WhenALineOfTheSameJournalTookOver_DoesNotKnow()
    {
        Look();
        var (first, other) = (Line(1), Line(2));
        _time.Advance(_second * 10);

        _others.SeeTakenOver(1);

        Assert.False(await _others.Tell(first, default));
        Assert.True(await _others.Tell(other, default));
        _time.Advance(_second * 10);
        var second = Line(1);
        Assert.True(await _others.Tell(second, default));
        Assert.False(await _others.Tell(first, default));
    }

    [Fact]
    public async Task Tell_WhenTheWalletHasNoRow_DoesNotKnow()
    {
        Look();
        var line = Line(1, exists: false);
        _time.Advance(_second);

        Assert.False(await _others.Tell(line, default));
    }

    [Fact]
    public async Task Tell_WhenALookIsUnderWay_WaitsForTheNext()
    {
        Look();
        var line = Line(1);
        _time.Advance(_second * 10);
        var first = new TaskCompletionSource<WritersLook>();
        _look = () => new(first.Task);
        Assert.False(line.WasCurrent(_second));
        _time.Advance(_second);
        var told = _others.Tell(line, default).AsTask();

        _look = () => new(new WritersLook(AnyOther: true, "1"));
        first.SetResult(_nobody);

        Assert.False(await told.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    private void Look(WritersLook found) => Look(() => new(found));

    // For a line that none of the others is.
    private void Look(Func<ValueTask<WritersLook>>? look = null)
    {
        _look = look ?? _look;
        _time.Advance(_second * 6);
        var count = _lookCount;
        _ = Line(1_000).WasCurrent(_second);
        Assert.Equal(count + 1, _lookCount);
    }

    private WalletLine Line(long no, bool exists = true)
    {
        var writer = new CommitWriter(
            new NoStore(), new JournalOptions(), _time, NullLogger.Instance);
        return new WalletLine(
            writer, new Heads(_others), new WalletHead(no, exists, 1, Guid.NewGuid()),
            WalletState.New(NewWallet()), _time.GetTimestamp(), Guid.NewGuid());
    }

    private sealed record Heads(OtherWriters Others) : IWalletHeads
    {
        public ValueTask<bool> IsCurrent(WalletLine line, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }

    private sealed class NoStore : ICommitStore
    {
        public Task<CommitTry> Commit(CommitBatch batch) => throw new NotSupportedException();

        public int PreparedUnitsMin => int.MaxValue;

        public void Prepare(CommitBatch next)
        {
        }

        public void WriteAhead(CommitGroup group)
        {
        }

        public Task<bool?> IsOver(CommitTry.Doubtful doubt) => throw new NotSupportedException();

        public Task<bool?> IsCommitted(CommitTry.Doubtful doubt) =>
            throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
