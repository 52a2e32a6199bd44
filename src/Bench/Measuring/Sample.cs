namespace OrleansWallet.Bench.Measuring;

/// <summary>What one run of one side gave.</summary>
/// <param name="PerSecond">Durable operations a second.</param>
/// <param name="MeanMs">Mean latency in milliseconds.</param>
/// <param name="P50Ms">Median latency; null when the tool doesn't tell.</param>
/// <param name="P99Ms">99th percentile; null when the tool doesn't tell.</param>
internal sealed record Sample(double PerSecond, double MeanMs, double? P50Ms, double? P99Ms);
