using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Simulation.Workload;

/// <summary>An action for a process.</summary>
internal sealed record MadeAction(ProcessId Process, ProcessAction Action);
