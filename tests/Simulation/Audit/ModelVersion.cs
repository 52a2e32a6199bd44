using System.Collections.Immutable;

namespace OrleansWallet.Simulation.Audit;

/// <summary>A wallet after one committed entry, as the auditor computes it.</summary>
/// <param name="CommittedAt">By the simulation's clock.</param>
/// <param name="Status">0 active, 1 frozen, 2 closed.</param>
/// <param name="Balances">Available and locked by account and currency.</param>
/// <param name="Holds">Open holds by name.</param>
internal sealed record ModelVersion(
    long CommittedAt, int Status,
    ImmutableSortedDictionary<(int Account, string Currency), (Int128 Available, Int128 Locked)>
        Balances,
    ImmutableSortedDictionary<string, ModelHold> Holds)
{
    private static readonly Comparer<(int Account, string Currency)> _byAccount =
        Comparer<(int Account, string Currency)>.Create((a, b) =>
            a.Account != b.Account
                ? a.Account.CompareTo(b.Account)
                : string.CompareOrdinal(a.Currency, b.Currency));

    public static readonly ModelVersion Empty = new(
        long.MinValue, 0,
        ImmutableSortedDictionary.Create<(int, string), (Int128, Int128)>(_byAccount),
        ImmutableSortedDictionary.Create<string, ModelHold>(StringComparer.Ordinal));

    public (Int128 Available, Int128 Locked) Balance(int account, string currency) =>
        Balances.GetValueOrDefault((account, currency));
}
