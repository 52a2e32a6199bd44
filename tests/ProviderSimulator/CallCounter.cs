using System.Collections.Concurrent;

namespace OrleansWallet.ProviderSimulator;

/// <summary>How often each path was called, failed calls included. Thread-safe.</summary>
public sealed class CallCounter
{
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <param name="call">Method and path: <c>POST /v1/payout</c>.</param>
    public int this[string call] => _counts.GetValueOrDefault(call);

    public IReadOnlyDictionary<string, int> All => _counts;

    internal void Add(string call) => _counts.AddOrUpdate(call, 1, (_, n) => n + 1);
}
