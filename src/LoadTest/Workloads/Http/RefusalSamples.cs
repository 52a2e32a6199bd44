using System.Collections.Concurrent;
using OrleansWallet.LoadTest.Http;

namespace OrleansWallet.LoadTest.Workloads.Http;

/// <summary>A few of the refusals that a run met, each kind once. Thread-safe.</summary>
internal sealed class RefusalSamples
{
    private const int KindsMax = 5;

    private readonly ConcurrentDictionary<string, string> _kinds = new();

    public IReadOnlyList<string> All => [.. _kinds.Values];

    /// <returns>Always false: it was not done.</returns>
    public bool Add(string path, GridAnswer answer)
    {
        var problem = Problem.Read(answer.Body);
        return Add(path, $"{answer.Status} {problem}", $"{answer.Status} {problem.Code}");
    }

    /// <returns>Always false: it was not done.</returns>
    public bool Add(string path, string what) => Add(path, what, what);

    private bool Add(string path, string what, string kind)
    {
        if (_kinds.Count < KindsMax)
        {
            _kinds.TryAdd(kind, $"{path}: {what}");
        }

        return false;
    }
}
