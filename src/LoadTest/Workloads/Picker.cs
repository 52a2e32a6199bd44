namespace OrleansWallet.LoadTest.Workloads;

/// <summary>Picks a wallet for an operation: uniformly, or skewed by Zipf's law. Thread-safe.
/// </summary>
/// <remarks>The same number picks the same wallet: a run can be repeated.</remarks>
internal sealed class Picker
{
    private readonly int _count;
    private readonly double[]? _cumulated;

    /// <param name="count">Wallets to pick from, 1 or more.</param>
    /// <param name="exponent">
    /// 0 for uniform; else the wallet of rank r is picked in proportion to r^-exponent.
    /// </param>
    public Picker(int count, double exponent)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(exponent);
        _count = count;
        if (exponent > 0)
        {
            _cumulated = new double[count];
            var sum = 0.0;
            for (var rank = 1; rank <= count; rank++)
            {
                sum += Math.Pow(rank, -exponent);
                _cumulated[rank - 1] = sum;
            }
        }
    }

    /// <returns>0 to the count less one.</returns>
    public int Pick(long number)
    {
        var part = Mix((ulong)number) / (double)ulong.MaxValue;
        if (_cumulated is null)
        {
            return Math.Min((int)(part * _count), _count - 1);
        }

        var found = Array.BinarySearch(_cumulated, part * _cumulated[^1]);
        return Math.Min(found < 0 ? ~found : found, _count - 1);
    }

    // SplitMix64's finalizer: neighbouring numbers pick unrelated wallets.
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
