namespace OrleansWallet.LoadTest.Workloads;

/// <summary>What came of one operation of a workload, which may be a batch of several.</summary>
/// <param name="Done">How many were done.</param>
/// <param name="Failed">How many were refused or came to nothing.</param>
/// <param name="Part">The part of a mixed workload that it was of; else null.</param>
internal readonly record struct LoadOutcome(int Done, int Failed, string? Part = null)
{
    public static LoadOutcome Of(bool done) => done ? new LoadOutcome(1, 0) : new LoadOutcome(0, 1);
}
