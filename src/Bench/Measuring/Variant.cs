namespace OrleansWallet.Bench.Measuring;

/// <summary>One way to run a side, e.g. with so many clients.</summary>
internal sealed record Variant(string Name, Func<CancellationToken, Task<Sample>> Run);
