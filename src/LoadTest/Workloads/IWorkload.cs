namespace OrleansWallet.LoadTest.Workloads;

/// <summary>What callers do over and over. Thread-safe.</summary>
internal interface IWorkload
{
    /// <summary>What is counted, in the plural: <c>credits</c>, <c>trades</c>.</summary>
    string Unit { get; }

    /// <summary>Brings in what the operations need; not measured.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Does one operation and waits for its answer.</summary>
    /// <param name="number">Rises with every operation of the run, from 1.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>Whether it was done; all that a workload does is meant to be.</returns>
    ValueTask<bool> RunAsync(long number, CancellationToken cancellationToken);
}
