using OrleansWallet.Simulation.Core;

namespace OrleansWallet.Simulation.Workload;

/// <summary>The last few things that were made.</summary>
internal sealed class Recent<T>(SimRandom random)
{
    private const int KeptMax = 16;

    private readonly List<T> _items = [];

    public bool IsEmpty => _items.Count == 0;

    public void Add(T item)
    {
        _items.Add(item);
        if (_items.Count > KeptMax)
        {
            _items.RemoveAt(0);
        }
    }

    /// <summary>The default when there is none.</summary>
    public T? Find(Predicate<T> match) => _items.Find(match);

    public T Pick() => random.Pick(_items);
}
