using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Import.Balances;
using OrleansWallet.Import.Reports;
using OrleansWallet.Import.Sources;

namespace OrleansWallet.Import.Posting;

/// <summary>
/// The commands that bring a balance into its wallet. Their keys follow from the balance alone: so
/// a second run repeats the first, and another amount is refused.
/// </summary>
internal static class MigrationCommands
{
    public const string Available = "available";
    public const string Locked = "locked";
    public const string Hold = "hold";

    public static readonly TransactionType Type = new("migration");
    public static readonly Counterparty World = new("world:migration");

    private const string Process = "migration";
    private const string Unlocked = "unlocked";

    /// <summary>What was available is credited under one key and what was locked under another:
    /// so money that was locked or unlocked between two exports is a conflict, too.</summary>
    public static IReadOnlyList<MigrationCommand> For(
        BalanceKey key, BalanceSum sum, LockedPolicy policy)
    {
        var commands = new List<MigrationCommand>(3);
        if (sum.Available > 0)
        {
            commands.Add(Credit(key, Available, sum.Available, Reference(key.Collection)));
        }

        if (sum.Locked == 0)
        {
            return commands;
        }

        // Another policy in a later run is another reference, and is refused.
        var hold = Reference(key.Collection, key.Currency.Code);
        if (policy == LockedPolicy.Available)
        {
            commands.Add(Credit(key, Locked, sum.Locked, Reference(key.Collection, Unlocked)));
            return commands;
        }

        commands.Add(Credit(key, Locked, sum.Locked, hold));
        var amount = new Amount(sum.Locked, key.Currency);
        commands.Add(new MigrationCommand(
            Hold, amount,
            new WalletCommand.Lock(Context(key, Hold, hold), key.Account, amount, null)));
        return commands;
    }

    /// <summary>The collection that an entry's reference names; null when it is none of ours.</summary>
    public static OldCollection? CollectionOf(string reference)
    {
        var parts = reference.Split(':');
        if (parts.Length is not (2 or 3) || parts[0] != Process)
        {
            return null;
        }

        foreach (var collection in OldCollections.All)
        {
            if (parts[1] == collection.Name())
            {
                return collection;
            }
        }

        return null;
    }

    private static MigrationCommand Credit(
        BalanceKey key, string part, Int128 minor, ReferenceId reference)
    {
        var amount = new Amount(minor, key.Currency);
        return new MigrationCommand(
            part, amount,
            new WalletCommand.Credit(Context(key, part, reference), key.Account, amount, World));
    }

    private static CommandContext Context(BalanceKey key, string part, ReferenceId reference)
    {
        var account = AccountNames.Of(key.Account);
        var step = $"{key.Collection.Name()}/{key.User}/{key.Currency.Code}/{account}/{part}";
        return new CommandContext(
            CommandKey.FromProcess(Process, step), Type, reference,
            part == Available ? null : $"{part} in {key.Collection.Name()} of the old service");
    }

    private static ReferenceId Reference(OldCollection collection, string? more = null) =>
        new(more is null
            ? $"{Process}:{collection.Name()}"
            : $"{Process}:{collection.Name()}:{more}");
}
