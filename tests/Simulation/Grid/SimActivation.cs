using OrleansWallet.Simulation.Core;

namespace OrleansWallet.Simulation.Grid;

/// <summary>One live copy of a grain, with its turns.</summary>
internal sealed record SimActivation(object Grain, Strand Strand);
