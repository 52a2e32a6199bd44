using OrleansWallet.Simulation.Faults;

namespace OrleansWallet.Simulation.Runs;

/// <summary>One run: the same options give the same run.</summary>
/// <param name="Events">How many of the last events a failure shows.</param>
internal sealed record SimOptions(ulong Seed, int Steps, FaultKinds Faults, int Events = 60);
