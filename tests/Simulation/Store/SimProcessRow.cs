using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Simulation.Store;

/// <summary>A process's committed row.</summary>
internal sealed record SimProcessRow(
    ProcessId Id, long Version, string Status, DateTimeOffset? DueAt, string State);
