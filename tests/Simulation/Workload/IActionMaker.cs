namespace OrleansWallet.Simulation.Workload;

/// <summary>Makes what callers want of one kind of process.</summary>
internal interface IActionMaker
{
    MadeAction Next();
}
