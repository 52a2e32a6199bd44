using OrleansWallet.Bench.Measuring;

namespace OrleansWallet.Bench.Results;

/// <summary>A comparison of two sides, or of one with fixed goals.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Side">Of the product.</param>
/// <param name="Peer">Null when the goals are of the value itself.</param>
/// <param name="Figure">What is compared.</param>
/// <param name="Goals">A row each; one row without a goal when there is none.</param>
internal sealed record Comparison(
    string Name, Side Side, Side? Peer, Figure Figure, params Goal[] Goals)
{
    /// <returns>Nothing when a side was not measured.</returns>
    public IEnumerable<BenchRow> ToRows()
    {
        if (!Side.IsMeasured || Peer is { IsMeasured: false })
        {
            return [];
        }

        var value = Side.Value(Figure);
        var peer = Peer?.Value(Figure);
        return Goals.Length == 0
            ? [new BenchRow(Name, value, peer, null)]
            : Goals.Select(goal => new BenchRow(Name, value, peer, goal));
    }
}
