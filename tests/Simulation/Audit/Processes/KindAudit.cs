using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Simulation.Audit.Processes;

/// <summary>Follows the processes of one kind, by rules of its own.</summary>
internal abstract class KindAudit(string invariant)
{
    /// <summary>A version was committed; its path is legal.</summary>
    public abstract void Committed(ProcessChange change);

    /// <summary>An entry of one of these processes was committed.</summary>
    public virtual void Add(string id, ModelWallet wallet, Entry entry) =>
        throw Breach(id, $"{entry.Kind} of {entry.Amount} at {wallet.Id}");

    /// <summary>At a quiet point every process rests, and its money is where its status says.</summary>
    public virtual void CheckQuiet()
    {
    }

    protected BreachException Breach(string id, string what) =>
        new(invariant, $"{id}: {what}", [id]);

    /// <summary>The step's command came after its intention, and is the one that it stands for.</summary>
    protected static void RequireIntended(
        bool holds, string id, ModelWallet wallet, Entry entry, string status)
    {
        if (!holds)
        {
            throw new BreachException(
                "intention before command",
                $"{id}: {entry.Kind} of {entry.Amount} at {wallet.Id} while {status}",
                [id, wallet.Id]);
        }
    }
}
