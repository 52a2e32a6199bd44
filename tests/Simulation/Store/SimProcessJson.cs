using OrleansWallet.Contracts.Processes;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Simulation.Store;

/// <summary>
/// The product's own JSON; what is committed is read once, and then known to all that load it.
/// States don't change, so they can't tell that they share one.
/// </summary>
internal sealed class SimProcessJson : IProcessJson
{
    // Shared: what it learns of the types is dear.
    private static readonly ProcessJson _json = new(CurrencyRegistry.Default);

    // By the very text of the row, not by what it says.
    private readonly Dictionary<string, ProcessState> _committed =
        new(ReferenceEqualityComparer.Instance);

    public string Write(ProcessState state) => _json.Write(state);

    public ProcessState Read(ProcessKind kind, string json) =>
        _committed.TryGetValue(json, out var state) ? state : _json.Read(kind, json);

    /// <summary>Reads a row that takes the place of another.</summary>
    public ProcessState Commit(SimProcessRow? before, SimProcessRow row)
    {
        if (before is not null)
        {
            _committed.Remove(before.State);
        }

        var state = _json.Read(row.Id.Kind, row.State);
        _committed[row.State] = state;
        return state;
    }
}
