using OrleansWallet.Simulation.Faults;

namespace OrleansWallet.Simulation.Runs;

/// <summary>One run: the same options give the same run.</summary>
internal sealed record SimOptions(ulong Seed, int Steps, FaultKinds Faults);
