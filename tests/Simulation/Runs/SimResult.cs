using OrleansWallet.Simulation.Audit;

namespace OrleansWallet.Simulation.Runs;

/// <summary>What came of a run.</summary>
/// <param name="Options">The run.</param>
/// <param name="TraceHash">Everything that happened, as a hash.</param>
/// <param name="Steps">Commands that were asked until it ended.</param>
/// <param name="Failure">The invariant that broke, or the exception; null when clean.</param>
/// <param name="LastEvents">Of the wallets involved.</param>
internal sealed record SimResult(
    SimOptions Options, ulong TraceHash, int Steps, Exception? Failure,
    IReadOnlyList<string> LastEvents)
{
    public bool IsClean => Failure is null;

    public string Invariant => Failure switch
    {
        null => "",
        BreachException breach => breach.Invariant,
        _ => Failure.GetType().Name,
    };
}
