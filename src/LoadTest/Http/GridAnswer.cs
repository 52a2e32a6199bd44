namespace OrleansWallet.LoadTest.Http;

/// <summary>An answer as it came.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="IsReplayed">The grid told a first answer again.</param>
/// <param name="RetryAfter">How long the grid asked to wait, if it did.</param>
/// <param name="Body">Valid until the lane's next call.</param>
internal readonly record struct GridAnswer(
    int Status, bool IsReplayed, TimeSpan? RetryAfter, ReadOnlyMemory<byte> Body)
{
    public bool IsSuccess => Status is >= 200 and < 300;
}
