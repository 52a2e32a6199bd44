namespace OrleansWallet.LoadTest.Workloads;

/// <summary>A figure that a report tells besides those of every workload.</summary>
/// <param name="Name">In snake case, e.g. <c>answer_bytes</c>.</param>
internal readonly record struct LoadFact(string Name, long Value);
