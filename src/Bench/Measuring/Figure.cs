namespace OrleansWallet.Bench.Measuring;

/// <summary>Which figure of the samples is compared.</summary>
internal enum Figure
{
    PerSecond,
    MeanMs,
    P50Ms,
    P99Ms,
}
