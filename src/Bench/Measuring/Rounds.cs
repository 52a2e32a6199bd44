namespace OrleansWallet.Bench.Measuring;

/// <summary>Runs the sides in turn, round by round, so that each meets the machine's moods.</summary>
/// <remarks>
/// The first round tries every variant; the rounds after it run those that may yet be the best.
/// </remarks>
internal sealed class Rounds(
    IReadOnlyList<Side> sides, Func<CancellationToken, Task> settle, TimeProvider time)
{
    /// <param name="count">1 or more.</param>
    /// <param name="limit">No round begins that would end after it, except the first.</param>
    /// <param name="tell">Told of every run.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Rounds done.</returns>
    /// <exception cref="BenchFailedException">A run failed.</exception>
    public async Task<int> RunAsync(
        int count, TimeSpan limit, Action<int, Side, Variant, Sample> tell,
        CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        for (var round = 0; round < count; round++)
        {
            var roundBegan = time.GetTimestamp();
            foreach (var side in sides)
            {
                foreach (var i in side.Contenders().ToList())
                {
                    await settle(cancellationToken);
                    var sample = await side.Variants[i].Run(cancellationToken);
                    side.Add(i, sample);
                    tell(round + 1, side, side.Variants[i], sample);
                }
            }

            if (time.GetElapsedTime(began) + time.GetElapsedTime(roundBegan) > limit)
            {
                return round + 1;
            }
        }

        return count;
    }
}
