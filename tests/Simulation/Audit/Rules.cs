using System.Collections.Immutable;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Simulation.Audit;

/// <summary>What entries do, written a second time from the design: shares no code with the grid.</summary>
internal static class Rules
{
    /// <summary>Times the amount, to available and to locked.</summary>
    public static (int Available, int Locked) Effect(EntryKind kind) => (int)kind switch
    {
        1 or 9 or 10 or 13 or 15 => (1, 0),
        2 or 7 or 12 or 14 => (-1, 0),
        3 => (-1, 1),
        4 or 6 => (1, -1),
        5 or 8 => (0, -1),
        11 => (0, 1),
        _ => throw new BreachException("6 history", $"unknown kind {(int)kind}", []),
    };

    /// <summary>What the entry brings in from the world: 1, −1 or 0 times the amount.</summary>
    public static int World(EntryKind kind) => (int)kind switch
    {
        1 or 15 => 1,
        2 or 5 or 14 => -1,
        _ => 0,
    };

    public static ImmutableSortedDictionary<string, ModelHold> Holds(
        ImmutableSortedDictionary<string, ModelHold> before, Entry entry, ModelWallet wallet)
    {
        if (entry.Hold is not { } reference)
        {
            return before;
        }

        var name = reference.Value;
        var amount = entry.Amount!.Value;
        var open = before.GetValueOrDefault(name);
        switch ((int)entry.Kind)
        {
            case 3 or 11 when open is null:
                return before.Add(name, new ModelHold(
                    (int)entry.Account, amount.Currency.Code, amount.Minor,
                    entry.ExpiresAt));
            case 11:
                return before.SetItem(
                    name, open! with { Remaining = open.Remaining + amount.Minor });
            case 4 or 5 or 6 or 8 when open is not null
                && open.Currency == amount.Currency.Code && open.Account == (int)entry.Account
                && open.Remaining >= amount.Minor:
                CheckTime(open, entry, wallet);
                var rest = open.Remaining - amount.Minor;
                return rest == 0
                    ? before.Remove(name)
                    : before.SetItem(name, open with { Remaining = rest });
            default:
                throw wallet.Breach(
                    "2 locked is held", $"entry {entry.Seq} {entry.Kind} on hold {name}: {open}");
        }
    }

    // A hold past its time can only go back; one before it does not expire.
    private static void CheckTime(ModelHold hold, Entry entry, ModelWallet wallet)
    {
        var isPast = hold.ExpiresAt <= entry.At;
        var fits = (int)entry.Kind switch
        {
            4 => true,
            6 => isPast,
            8 => !isPast && entry.ExpiresAt == hold.ExpiresAt,
            _ => !isPast,
        };
        if (!fits)
        {
            throw wallet.Breach(
                "holds expire in time", $"{entry.Kind} {entry.Seq}: the hold is until {hold.ExpiresAt:O}");
        }
    }

    /// <summary>The entries that a command must make, as kind and amount; null for "all of it".</summary>
    public static IReadOnlyList<(int Kind, Int128? Minor)> Expected(WalletCommand command) =>
        command switch
        {
            WalletCommand.Credit c => [(1, c.Amount.Minor)],
            WalletCommand.Debit c => [(2, c.Amount.Minor)],
            WalletCommand.Lock c => [(3, c.Amount.Minor)],
            WalletCommand.Unlock c => [(4, c.Amount?.Minor)],
            WalletCommand.Release c => [(5, c.Amount?.Minor)],
            WalletCommand.Expire => [(6, null)],
            WalletCommand.Transfer c =>
                [.. c.Postings.Select(p => (c.Hold is null ? 7 : 8, (Int128?)p.Amount.Minor))],
            WalletCommand.Accept c => [(9, c.Amount.Minor)],
            WalletCommand.Return c => [(c.Hold is null ? 10 : 11, c.Amount.Minor)],
            WalletCommand.Move c => [(12, c.Amount.Minor), (13, c.Amount.Minor)],
            WalletCommand.Reverse c => [((int)c.Original!.Kind == 1 ? 14 : 15, c.Original.Amount?.Minor)],
            WalletCommand.Freeze => [(20, null)],
            WalletCommand.Unfreeze => [(21, null)],
            WalletCommand.Close => [(22, null)],
            _ => throw new InvalidOperationException(command.GetType().Name),
        };

    /// <summary>
    /// Whether the wallet, as it was at this version, had to refuse so. Null where the auditor
    /// has no opinion.
    /// </summary>
    public static bool? Justifies(ModelVersion version, WalletCommand command, RefusalCode code) =>
        (code, command) switch
        {
            (RefusalCode.WalletFrozen, _) => version.Status == 1,
            (RefusalCode.WalletClosed, _) => version.Status == 2,
            (RefusalCode.WalletNotFrozen, _) => version.Status == 0,
            (RefusalCode.InsufficientBalance, WalletCommand.Debit c) =>
                Lacks(version, (int)c.Account, c.Amount.Currency.Code, c.Amount.Minor),
            (RefusalCode.InsufficientBalance, WalletCommand.Lock c) =>
                Lacks(version, (int)c.Account, c.Amount.Currency.Code, c.Amount.Minor),
            (RefusalCode.InsufficientBalance, WalletCommand.Move c) =>
                Lacks(version, (int)c.From, c.Amount.Currency.Code, c.Amount.Minor),
            (RefusalCode.InsufficientBalance, WalletCommand.Transfer c) => Lacks(
                version, (int)c.Account, c.Postings[0].Amount.Currency.Code,
                c.Postings.Aggregate((Int128)0, (sum, p) => sum + p.Amount.Minor)),
            (RefusalCode.HoldExists, WalletCommand.Lock c) =>
                version.Holds.ContainsKey(c.Context.Reference.Value),
            (RefusalCode.HoldNotFound, WalletCommand.Unlock c) =>
                !HasHold(version, c.Context.Reference.Value, c.Currency.Code),
            (RefusalCode.HoldNotFound, WalletCommand.Release c) =>
                !HasHold(version, c.Context.Reference.Value, c.Currency.Code),
            (RefusalCode.HoldExpired, WalletCommand.Release c) =>
                version.Holds.TryGetValue(c.Context.Reference.Value, out var hold) && hold.ExpiresAt is not null,
            (RefusalCode.BalanceNotZero, WalletCommand.Close) =>
                version.Balances.Values.Any(b => b.Available + b.Locked != 0),
            _ => null,
        };

    private static bool Lacks(ModelVersion version, int account, string currency, Int128 amount) =>
        version.Balance(account, currency).Available < amount;

    private static bool HasHold(ModelVersion version, string name, string currency) =>
        version.Holds.TryGetValue(name, out var hold) && hold.Currency == currency;
}
