namespace OrleansWallet.Simulation.Core;

/// <summary>SplitMix64: the same seed gives the same numbers on every machine and runtime.</summary>
internal sealed class SimRandom(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>0 to <paramref name="below"/> − 1.</summary>
    public int Below(int below) => (int)(((Next() >> 32) * (ulong)below) >> 32);

    /// <summary>True with probability <paramref name="percent"/> / 100.</summary>
    public bool Chance(double percent) => Next() < (ulong)(percent / 100 * ulong.MaxValue);

    public TimeSpan Between(double fromMs, double toMs) => TimeSpan.FromMicroseconds(
        (1000 * fromMs) + Below((int)(1000 * (toMs - fromMs)) + 1));

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    public Guid Guid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, Next());
        BitConverter.TryWriteBytes(bytes[8..], Next());
        return new Guid(bytes);
    }
}
