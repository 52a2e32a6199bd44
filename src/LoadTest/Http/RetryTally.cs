namespace OrleansWallet.LoadTest.Http;

/// <summary>How often calls were asked again, by kind. Thread-safe.</summary>
internal sealed class RetryTally
{
    private static readonly RetryKind[] _kinds = Enum.GetValues<RetryKind>();

    private readonly long[] _counts = new long[_kinds.Length];

    public long Total => _kinds.Sum(kind => this[kind]);

    public long this[RetryKind kind] => Volatile.Read(ref _counts[(int)kind]);

    public void Add(RetryKind kind) => Interlocked.Increment(ref _counts[(int)kind]);

    /// <summary>Every kind with its count, zeros included, in the order of the enum.</summary>
    public IReadOnlyList<(RetryKind Kind, long Count)> ByKind() =>
        [.. _kinds.Select(kind => (kind, this[kind]))];
}
