namespace OrleansWallet.Simulation.Core;

/// <summary>A callback at a time.</summary>
internal sealed class ActionTimer(Action callback) : SimTimer
{
    public override void Run() => callback();
}
