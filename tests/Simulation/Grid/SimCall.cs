using OrleansWallet.Simulation.Core;

namespace OrleansWallet.Simulation.Grid;

/// <summary>A call on its way to a grain; as a timer, the end of its caller's patience.</summary>
internal abstract class SimCall(string key) : SimTimer
{
    /// <summary>Of the grain, among those of all kinds.</summary>
    public string Key => key;

    /// <summary>Whether it changes nothing.</summary>
    public bool IsRead { get; init; }

    /// <summary>Whether its grain forgets such calls while a copy may still be under way.</summary>
    public virtual bool CanBeForgotten => false;

    /// <summary>The copy of the grain that serves the call.</summary>
    public abstract SimActivation Activate(SimNode node);

    /// <summary>Begins to serve it, in a turn of the grain.</summary>
    public abstract void Serve(SimNode node, object grain);
}
