namespace OrleansWallet.Simulation.Audit;

/// <summary>An invariant does not hold: the run has found a bug.</summary>
internal sealed class BreachException(string invariant, string what, IReadOnlyList<string> wallets)
    : Exception($"{invariant}: {what}")
{
    public string Invariant { get; } = invariant;

    /// <summary>Whose last events explain it.</summary>
    public IReadOnlyList<string> Wallets { get; } = wallets;
}
