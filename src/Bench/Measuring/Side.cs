namespace OrleansWallet.Bench.Measuring;

/// <summary>One side of comparisons: its variants, and what their runs gave so far.</summary>
/// <remarks>It is judged by its best variant: the one with the highest median of throughput.
/// </remarks>
internal sealed class Side
{
    // Runs differ by less than this on a machine of one's own.
    private const double ContenderPart = 0.8;

    private readonly List<Sample>[] _samples;

    /// <param name="name">For people.</param>
    /// <param name="variants">One or more.</param>
    public Side(string name, params Variant[] variants)
    {
        ArgumentOutOfRangeException.ThrowIfZero(variants.Length);
        Name = name;
        Variants = variants;
        _samples = [.. variants.Select(_ => new List<Sample>())];
    }

    public string Name { get; }

    public IReadOnlyList<Variant> Variants { get; }

    public bool IsMeasured => Array.Exists(_samples, s => s.Count > 0);

    /// <summary>Index of the best variant; 0 before the first run.</summary>
    public int Best => Enumerable.Range(0, Variants.Count).MaxBy(Rate);

    /// <summary>The variants that are not clearly slower than the best; at first, all.</summary>
    public IEnumerable<int> Contenders()
    {
        var best = Rate(Best);
        return Enumerable.Range(0, Variants.Count).Where(i => Rate(i) >= ContenderPart * best);
    }

    public void Add(int variant, Sample sample) => _samples[variant].Add(sample);

    /// <summary>The median of the best variant's runs.</summary>
    /// <exception cref="InvalidOperationException">No run gave the figure.</exception>
    public double Value(Figure figure) =>
        Median.Of(_samples[Best].Select(s => Of(s, figure)).OfType<double>());

    private double Rate(int variant) => _samples[variant].Count == 0
        ? 0
        : Median.Of(_samples[variant].Select(s => s.PerSecond));

    private static double? Of(Sample sample, Figure figure) => figure switch
    {
        Figure.PerSecond => sample.PerSecond,
        Figure.MeanMs => sample.MeanMs,
        Figure.P50Ms => sample.P50Ms,
        Figure.P99Ms => sample.P99Ms,
        _ => throw new ArgumentOutOfRangeException(nameof(figure)),
    };
}
