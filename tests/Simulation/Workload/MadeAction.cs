using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Simulation.Workload;

/// <summary>An action for a process.</summary>
internal sealed record MadeAction(ProcessId Process, ProcessAction Action)
{
    /// <summary>The same request for something else.</summary>
    public MadeAction WithOtherInput() => this with { Action = Action with { Fingerprint = 1 } };
}
