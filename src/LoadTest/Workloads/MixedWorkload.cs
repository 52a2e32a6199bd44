namespace OrleansWallet.LoadTest.Workloads;

/// <summary>Operations of several workloads in given shares.</summary>
/// <param name="parts">Each with its share; all that count in one unit are one part.</param>
internal sealed class MixedWorkload(IReadOnlyList<(int Percent, IWorkload Workload)> parts)
    : IWorkload
{
    private readonly Picker _percent = new(100, 0);

    public string Unit => "operations";

    public IReadOnlyList<LoadFact> Facts => [.. parts.SelectMany(p => p.Workload.Facts)];

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        foreach (var (_, workload) in parts)
        {
            await workload.PrepareAsync(cancellationToken);
        }
    }

    public async ValueTask<LoadOutcome> RunAsync(
        long number, CancellationToken cancellationToken)
    {
        // The parts pick their wallets by the number itself: another one here, so that what is
        // done with a wallet does not depend on which it is.
        var drawn = _percent.Pick(number ^ long.MinValue);
        var at = 0;
        while ((drawn -= parts[at].Percent) >= 0)
        {
            at++;
        }

        var workload = parts[at].Workload;
        return await workload.RunAsync(number, cancellationToken) with { Part = workload.Unit };
    }
}
