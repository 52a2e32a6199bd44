using System.Collections.Concurrent;

namespace OrleansWallet.Chaos;

/// <summary>Counts things by kind. Thread-safe.</summary>
public sealed class Tally<T>
    where T : struct, Enum
{
    private readonly ConcurrentDictionary<T, int> _counts = new();

    public int Total => _counts.Values.Sum();

    public int this[T kind] => _counts.GetValueOrDefault(kind);

    public void Add(T kind) => _counts.AddOrUpdate(kind, 1, static (_, count) => count + 1);

    /// <summary>Every kind, also those that never came.</summary>
    public override string ToString() => string.Join(
        ", ", Enum.GetValues<T>().Select(kind => $"{kind} {this[kind]}"));
}
