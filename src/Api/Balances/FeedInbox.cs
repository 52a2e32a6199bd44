using OrleansWallet.Contracts.Balances;

namespace OrleansWallet.Api.Balances;

/// <summary>
/// What came in for one connection and waits for its pump: changes, requests and notices, all
/// bounded. Thread-safe.
/// </summary>
internal sealed class FeedInbox(int pendingMax) : IDisposable
{
    private const int NoticesMax = 64;

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _signal = new(0, 1);
    private readonly FeedState _state = new(pendingMax);
    private readonly Queue<UserNotice> _notices = new();
    private FeedPosition? _resume;
    private bool _snapshot;
    private bool _closed;

    public void Post(BalanceChanges changes)
    {
        lock (_gate)
        {
            _state.Offer(changes.Entries);
            Signal();
        }
    }

    /// <summary>The oldest notices go when a slow client has too many.</summary>
    public void Post(UserNotice notice)
    {
        lock (_gate)
        {
            if (_notices.Count == NoticesMax)
            {
                _notices.Dequeue();
            }

            _notices.Enqueue(notice);
            Signal();
        }
    }

    /// <summary>Asks for all balances; asking again before they went out asks once.</summary>
    public void RequestSnapshot()
    {
        lock (_gate)
        {
            _snapshot = true;
            Signal();
        }
    }

    /// <summary>Asks for what was missed; a later request replaces one that waits.</summary>
    public void RequestResume(FeedPosition position)
    {
        lock (_gate)
        {
            _resume = position;
            Signal();
        }
    }

    /// <summary>Reads or changes the state under the lock; keep it short.</summary>
    public T With<T>(Func<FeedState, T> use)
    {
        lock (_gate)
        {
            return use(_state);
        }
    }

    public void With(Action<FeedState> use)
    {
        lock (_gate)
        {
            use(_state);
        }
    }

    public bool TryTake(out FeedChange change)
    {
        lock (_gate)
        {
            return _state.TryTake(out change);
        }
    }

    public bool TryTakeNotice(out UserNotice? notice)
    {
        lock (_gate)
        {
            return _notices.TryDequeue(out notice);
        }
    }

    public bool TakeSnapshotRequest()
    {
        lock (_gate)
        {
            var asked = _snapshot;
            _snapshot = false;
            return asked;
        }
    }

    public FeedPosition? TakeResumeRequest()
    {
        lock (_gate)
        {
            var position = _resume;
            _resume = null;
            return position;
        }
    }

    /// <summary>Waits until something came in, or for <paramref name="longest"/>.</summary>
    public Task Wait(TimeSpan longest, CancellationToken cancellationToken) =>
        _signal.WaitAsync(longest, cancellationToken);

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            _signal.Dispose();
        }
    }

    private void Signal()
    {
        if (!_closed && _signal.CurrentCount == 0)
        {
            _signal.Release();
        }
    }
}
