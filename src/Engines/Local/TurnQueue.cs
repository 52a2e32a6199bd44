namespace OrleansWallet.Engines.Local;

/// <summary>
/// The turns of one grain: added by any thread, taken by the one that runs them. While nothing
/// waits it holds next to no memory: most grains in memory idle.
/// </summary>
internal sealed class TurnQueue
{
    private const int CapacityMin = 4;

    // A larger array is not kept while nothing waits.
    private const int CapacityKept = 64;

    private readonly Lock _lock = new();

    // Filled by those that add, under the lock.
    private (SendOrPostCallback Turn, object? State)[]? _added;
    private int _addedCount;
    private bool _isRunning;

    // Emptied by the one that runs, which needs no lock for them.
    private (SendOrPostCallback Turn, object? State)[]? _taken;
    private int _takenCount;
    private int _next;

    /// <summary>True when nothing waits; the last one taken may still be running.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_lock)
            {
                return _addedCount == 0 && Volatile.Read(ref _next) == _takenCount;
            }
        }
    }

    /// <returns>True when somebody has to be found that runs them.</returns>
    public bool Add(SendOrPostCallback turn, object? state)
    {
        lock (_lock)
        {
            if (_addedCount == (_added?.Length ?? 0))
            {
                Array.Resize(ref _added, Math.Max(CapacityMin, 2 * _addedCount));
            }

            _added![_addedCount++] = (turn, state);
            if (_isRunning)
            {
                return false;
            }

            return _isRunning = true;
        }
    }

    /// <summary>Makes the caller the one that runs them, unless there is one or turns wait.
    /// </summary>
    public bool TryStart()
    {
        lock (_lock)
        {
            return !_isRunning && (_isRunning = true);
        }
    }

    /// <summary>Takes the next turn; only by the one that runs them.</summary>
    public bool TryTake(out SendOrPostCallback turn, out object? state)
    {
        if (_next == _takenCount && !TakeAdded())
        {
            (turn, state) = (null!, null);
            return false;
        }

        (turn, state) = _taken![_next];
        _taken[_next++] = default;
        return true;
    }

    /// <summary>
    /// True when more waits, for the same or another thread to run; else the next one added finds
    /// that nobody runs them.
    /// </summary>
    public bool HasMoreOrRests()
    {
        if (_next < _takenCount)
        {
            return true;
        }

        lock (_lock)
        {
            if (_addedCount > 0)
            {
                return true;
            }

            _isRunning = false;
            // One is enough to begin with.
            _added ??= _taken;
            _added = _added is { Length: <= CapacityKept } ? _added : null;
            (_taken, _takenCount, _next) = (null, 0, 0);
            return false;
        }
    }

    private bool TakeAdded()
    {
        lock (_lock)
        {
            if (_addedCount == 0)
            {
                return false;
            }

            // The emptied one is filled next.
            (_added, _taken) = (_taken, _added);
            (_takenCount, _next, _addedCount) = (_addedCount, 0, 0);
            return true;
        }
    }
}
