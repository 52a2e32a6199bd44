using Microsoft.Extensions.Logging;
using OrleansWallet.Contracts;
using OrleansWallet.Contracts.Balances;
using OrleansWallet.Grains.Processes;
using OrleansWallet.Journal;

namespace OrleansWallet.Grains;

/// <summary>All that a grain gets from its engine and its host.</summary>
/// <param name="Grains">The addresses of the others.</param>
/// <param name="Journal">Where decisions become durable.</param>
/// <param name="Stream">Where committed changes are published.</param>
/// <param name="Time">The engine's clock and timers.</param>
/// <param name="Options">Times and bounds.</param>
/// <param name="Logger">Numbered events 2000–2999.</param>
public sealed record GrainServices(
    IGrains Grains, IJournal Journal, IBalanceStream Stream, TimeProvider Time,
    GrainOptions Options, ILogger Logger)
{
    /// <summary>What process grains get; null where only wallets run.</summary>
    public ProcessServices? Processes { get; init; }
}
