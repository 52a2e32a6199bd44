using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Contracts.Processes;

/// <summary>A process reached a new committed state.</summary>
public sealed record ProcessChanged(ProcessState State, long Version);
