using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Simulation.Audit.Processes;

/// <summary>A process's committed versions.</summary>
internal sealed class ModelProcess
{
    /// <summary>The status of each version, from 1.</summary>
    public List<string> Path { get; } = [];

    public ProcessState? Last { get; set; }
}
