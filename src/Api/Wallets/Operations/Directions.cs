using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Api.Wallets.Operations;

/// <summary>The one table from an entry's kind to its direction on the wire.</summary>
internal static class Directions
{
    /// <summary>Every kind that moves money; changes of status are not in lists.</summary>
    public static readonly IReadOnlyList<EntryKind> Moving =
    [
        .. Enum.GetValues<EntryKind>().Where(
            k => k is not (EntryKind.Frozen or EntryKind.Unfrozen or EntryKind.Closed)),
    ];

    private static readonly Dictionary<string, EntryKind[]> _kinds =
        Moving.GroupBy(Of).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">The kind is unknown.</exception>
    public static string Of(EntryKind kind) => kind switch
    {
        EntryKind.Credited or EntryKind.Accepted or EntryKind.Returned or EntryKind.MovedIn
            or EntryKind.ReversedOut => OperationNames.Credit,
        EntryKind.Debited or EntryKind.Sent or EntryKind.MovedOut
            or EntryKind.ReversedIn => OperationNames.Debit,
        EntryKind.Locked or EntryKind.ReturnedToHold => OperationNames.Lock,
        EntryKind.Unlocked or EntryKind.Expired => OperationNames.Unlock,
        EntryKind.Released or EntryKind.SentFromHold => OperationNames.Release,
        EntryKind.Frozen => OperationNames.Freeze,
        EntryKind.Unfrozen => OperationNames.Unfreeze,
        EntryKind.Closed => OperationNames.Close,
        _ => throw new InvalidOperationException($"unknown entry kind {(int)kind}"),
    };

    /// <summary>The kinds of a direction; null when there is no such direction.</summary>
    public static IReadOnlyList<EntryKind>? KindsOf(string direction) =>
        _kinds.GetValueOrDefault(direction);
}
