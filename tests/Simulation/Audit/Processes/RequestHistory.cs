using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Simulation.Audit.Processes;

/// <summary>All that the auditor knows of one request to one process.</summary>
internal sealed class RequestHistory(ProcessId process, ProcessAction action)
{
    public ProcessId Process => process;

    /// <summary>As it was asked first.</summary>
    public ProcessAction Action => action;

    /// <summary>How often it came to a grain.</summary>
    public int Served { get; set; }

    /// <summary>How often a grain said that nothing was done.</summary>
    public int Denied { get; set; }

    /// <summary>A committed version has it.</summary>
    public bool IsTaken { get; set; }

    /// <summary>True when every caller was told that nothing was done.</summary>
    public bool IsDenied => Served > 0 && Served == Denied;

    /// <summary>The fingerprint of the input that was answered as done.</summary>
    public UInt128? Done { get; set; }
}
