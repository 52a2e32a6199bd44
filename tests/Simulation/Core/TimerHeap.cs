namespace OrleansWallet.Simulation.Core;

/// <summary>
/// The timers that are to run, the next one first. One that is cancelled leaves at once: most are
/// timeouts of calls that were answered, and would be many times the others.
/// </summary>
internal sealed class TimerHeap
{
    private (long Due, long Order, SimTimer Timer)[] _items =
        new (long Due, long Order, SimTimer Timer)[64];

    public int Count { get; private set; }

    public void Add(SimTimer timer, long due, long order)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, 2 * Count);
        }

        timer.Heap = this;
        MoveUp(Count++, (due, order, timer));
    }

    /// <returns>Null when there is none.</returns>
    public SimTimer? Take(out long due)
    {
        due = 0;
        if (Count == 0)
        {
            return null;
        }

        (due, _, var timer) = _items[0];
        Remove(timer);
        return timer;
    }

    public void Remove(SimTimer timer)
    {
        var at = timer.HeapIndex;
        timer.HeapIndex = -1;
        var last = _items[--Count];
        _items[Count] = default;
        if (at == Count)
        {
            return;
        }

        if (at > 0 && IsBefore(last, _items[(at - 1) / 2]))
        {
            MoveUp(at, last);
        }
        else
        {
            MoveDown(at, last);
        }
    }

    private void MoveUp(int at, (long Due, long Order, SimTimer Timer) item)
    {
        while (at > 0)
        {
            var parent = (at - 1) / 2;
            if (!IsBefore(item, _items[parent]))
            {
                break;
            }

            Put(at, _items[parent]);
            at = parent;
        }

        Put(at, item);
    }

    private void MoveDown(int at, (long Due, long Order, SimTimer Timer) item)
    {
        while ((2 * at) + 1 is var child && child < Count)
        {
            if (child + 1 < Count && IsBefore(_items[child + 1], _items[child]))
            {
                child++;
            }

            if (!IsBefore(_items[child], item))
            {
                break;
            }

            Put(at, _items[child]);
            at = child;
        }

        Put(at, item);
    }

    private void Put(int at, in (long Due, long Order, SimTimer Timer) item)
    {
        _items[at] = item;
        item.Timer.HeapIndex = at;
    }

    private static bool IsBefore(
        in (long Due, long Order, SimTimer Timer) one,
        in (long Due, long Order, SimTimer Timer) other) =>
        one.Due < other.Due || (one.Due == other.Due && one.Order < other.Order);
}
