using OrleansWallet.Contracts.Processes;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Journal.Processes;

namespace OrleansWallet.Grains.Processes;

/// <summary>What process grains get besides <see cref="GrainServices"/>.</summary>
/// <param name="Journal">Where their states are durable.</param>
/// <param name="Json">How their states are written.</param>
/// <param name="Rules">The rules of each kind.</param>
/// <param name="Stream">Where committed states are published.</param>
/// <param name="Outside">The providers.</param>
public sealed record ProcessServices(
    IProcessJournal Journal, IProcessJson Json, IReadOnlyDictionary<ProcessKind, IProcessRules> Rules,
    IProcessStream Stream, IOutsideCalls Outside);
