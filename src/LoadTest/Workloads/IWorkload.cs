using OrleansWallet.LoadTest.Histograms;

namespace OrleansWallet.LoadTest.Workloads;

/// <summary>What callers do over and over. Thread-safe.</summary>
internal interface IWorkload
{
    /// <summary>What is counted, in the plural: <c>credits</c>, <c>trades</c>.</summary>
    string Unit { get; }

    /// <summary>
    /// What the run's latency is, when it is not that of the operations' answers; else null.
    /// </summary>
    LatencyHistogram? Latency => null;

    /// <summary>Figures of its own for the report.</summary>
    IReadOnlyList<LoadFact> Facts => [];

    /// <summary>Brings in what the operations need; not measured.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Called when the warm-up is over: what was measured so far does not count.</summary>
    void BeginMeasuring()
    {
    }

    /// <summary>Does one operation and waits for its answer.</summary>
    /// <param name="number">Rises with every operation of the run, from 1.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>What came of it; all that a workload does is meant to be done.</returns>
    ValueTask<LoadOutcome> RunAsync(long number, CancellationToken cancellationToken);

    /// <summary>Waits for what is still to come after the last answer, and checks it.</summary>
    /// <returns>What is wrong, a text each.</returns>
    Task<IReadOnlyList<string>> FinishAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([]);
}
