namespace OrleansWallet.Bench.Measuring;

/// <summary>Runs the sides in turn, round by round, so that each meets the machine's moods.</summary>
/// <remarks>
/// The first round tries every variant; the rounds after it run each side's best variant.
/// </remarks>
internal sealed class Rounds(IReadOnlyList<Side> sides, Func<CancellationToken, Task> settle)
{
    /// <param name="count">1 or more.</param>
    /// <param name="tell">Told of every run.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="BenchFailedException">A run failed.</exception>
    public async Task RunAsync(
        int count, Action<int, Side, Variant, Sample> tell, CancellationToken cancellationToken)
    {
        for (var round = 0; round < count; round++)
        {
            foreach (var side in sides)
            {
                var best = side.Best;
                for (var i = 0; i < side.Variants.Count; i++)
                {
                    if (round > 0 && i != best)
                    {
                        continue;
                    }

                    await settle(cancellationToken);
                    var sample = await side.Variants[i].Run(cancellationToken);
                    side.Add(i, sample);
                    tell(round + 1, side, side.Variants[i], sample);
                }
            }
        }
    }
}
