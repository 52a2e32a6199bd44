using OrleansWallet.LoadTest.Histograms;
using OrleansWallet.LoadTest.Http;

namespace OrleansWallet.LoadTest.Replay;

/// <summary>What a replay did, as far as it came.</summary>
/// <param name="Error">What ended the run early; null when nothing did.</param>
/// <param name="Rows">Rows answered, of <paramref name="RowsTotal"/> in the file.</param>
/// <param name="Posting">How long posting the rows took.</param>
/// <param name="ClientCpu">Processor time of this process while it posted.</param>
/// <param name="InProgress">Transfers first answered as under way.</param>
/// <param name="Verified">Null when the run was not verified to its end.</param>
internal sealed record ReplayReport(
    string File,
    string? Error,
    int Wallets,
    int RowsTotal,
    long Rows,
    TimeSpan Posting,
    TimeSpan ClientCpu,
    long Replayed,
    long InProgress,
    IReadOnlyList<(RetryKind Kind, long Count)> Retries,
    LatencyHistogram Latency,
    VerifiedWallets? Verified,
    long Mismatches,
    IReadOnlyList<string> FirstMismatches)
{
    public double RowsPerSecond => Posting > TimeSpan.Zero ? Rows / Posting.TotalSeconds : 0;

    public double ClientCpuMicrosecondsPerRow =>
        Rows > 0 ? ClientCpu.TotalMicroseconds / Rows : 0;

    public bool IsWell => Error is null && Mismatches == 0;
}
