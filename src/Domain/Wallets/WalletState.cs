using System.Collections.Immutable;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Domain.Wallets;

/// <summary>A wallet at one point of its history. Immutable: a newer state shares what it can.</summary>
public sealed record WalletState
{
    // One for all wallets: most have no holds.
    private static readonly ImmutableDictionary<string, Hold> _noHolds =
        ImmutableDictionary<string, Hold>.Empty.WithComparers(StringComparer.Ordinal);

    public required WalletId Id { get; init; }

    /// <summary>The last entry's sequence number; 0 before the first.</summary>
    public long Seq { get; init; }

    /// <summary>The last entry's hash; all zero before the first.</summary>
    public EntryHash Hash { get; init; }

    public WalletStatus Status { get; init; }

    /// <summary>The first entry's time.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The last entry's time.</summary>
    public DateTimeOffset LastAt { get; init; }

    /// <summary>Every balance that was ever touched, in the order of first touch.</summary>
    public ImmutableArray<Balance> Balances { get; init; } = [];

    /// <summary>Open holds by name.</summary>
    public ImmutableDictionary<string, Hold> Holds { get; init; } = _noHolds;

    /// <summary>A wallet without history.</summary>
    public static WalletState New(WalletId id) => new() { Id = id };

    /// <summary>The balance, zero when it was never touched.</summary>
    public Balance Balance(AccountKind account, Currency currency)
    {
        var at = IndexOf(account, currency);
        return at < 0 ? new Balance(account, currency, 0, 0, 0, default) : Balances[at];
    }

    public Hold? Hold(ReferenceId name) => Holds.GetValueOrDefault(name.Value);

    /// <summary>The state after one more entry of the wallet's history.</summary>
    /// <exception cref="InvalidOperationException">
    /// The entry is not the next one, its kind is unknown or doesn't go with its amount or hold,
    /// or its balances don't follow.
    /// </exception>
    public WalletState Apply(Entry entry)
    {
        if (entry.Seq != Seq + 1)
        {
            throw Broken(entry, $"follows seq {Seq}");
        }

        var effect = EntryEffect.Of(entry.Kind);
        CheckParts(entry, effect);
        return this with
        {
            Seq = entry.Seq,
            Hash = entry.Hash,
            CreatedAt = Seq == 0 ? entry.At : CreatedAt,
            LastAt = entry.At,
            Status = StatusAfter(entry.Kind),
            Balances = entry.Amount is { } amount ? BalancesAfter(entry, amount, effect) : Balances,
            Holds = entry.Hold is { } hold ? HoldsAfter(entry, hold) : Holds,
        };
    }

    // Without this an entry could change a balance and not its hold, or nothing at all.
    private void CheckParts(Entry entry, EntryEffect effect)
    {
        if (entry.Amount is null != (effect == default) || entry.Amount is { IsPositive: false })
        {
            throw Broken(entry, "its amount doesn't go with its kind");
        }

        if (entry.Hold is null != (effect.Locked == 0))
        {
            throw Broken(entry, "its hold doesn't go with its kind");
        }
    }

    private WalletStatus StatusAfter(EntryKind kind) => kind switch
    {
        EntryKind.Frozen => WalletStatus.Frozen,
        EntryKind.Unfrozen => WalletStatus.Active,
        EntryKind.Closed => WalletStatus.Closed,
        _ => Status,
    };

    private ImmutableArray<Balance> BalancesAfter(Entry entry, Amount amount, EntryEffect effect)
    {
        var at = IndexOf(entry.Account, amount.Currency);
        var before = at < 0 ? default : Balances[at];
        if (before.Available + (effect.Available * amount.Minor) != entry.Available
            || before.Locked + (effect.Locked * amount.Minor) != entry.Locked
            || entry.Available < 0 || entry.Locked < 0)
        {
            throw Broken(entry, "its balances don't follow from the ones before");
        }

        var after = new Balance(
            entry.Account, amount.Currency, entry.Available, entry.Locked, entry.Seq, entry.At);
        return at < 0 ? Balances.Add(after) : Balances.SetItem(at, after);
    }

    private ImmutableDictionary<string, Hold> HoldsAfter(Entry entry, ReferenceId name)
    {
        var amount = entry.Amount ?? throw Broken(entry, "it names a hold without an amount");
        var open = Hold(name);
        if (open?.IsOf(entry.Account, amount.Currency) == false)
        {
            throw Broken(entry, $"hold {name} is of another account or currency");
        }

        switch (entry.Kind)
        {
            case EntryKind.Locked when open is null:
            case EntryKind.ReturnedToHold when open is null:
                return Holds.Add(name.Value, new Hold(
                    name, entry.Account, amount, amount.Minor, entry.Type, entry.At,
                    entry.ExpiresAt));
            case EntryKind.ReturnedToHold:
                return Holds.SetItem(name.Value, Returned(open!, amount));
            case EntryKind.Unlocked or EntryKind.Released or EntryKind.Expired
                or EntryKind.SentFromHold when open is not null && open.Remaining >= amount.Minor:
                var remaining = open.Remaining - amount.Minor;
                return remaining == 0
                    ? Holds.Remove(name.Value)
                    : Holds.SetItem(name.Value, open with { Remaining = remaining });
            default:
                throw Broken(entry, $"hold {name} doesn't allow it");
        }
    }

    // A hold that was used up and came back in parts was made again from the first of them.
    private static Hold Returned(Hold open, Amount amount)
    {
        var remaining = open.Remaining + amount.Minor;
        return open with
        {
            Amount = new Amount(Int128.Max(open.Amount.Minor, remaining), amount.Currency),
            Remaining = remaining,
        };
    }

    private int IndexOf(AccountKind account, Currency currency)
    {
        for (var i = 0; i < Balances.Length; i++)
        {
            if (Balances[i].Account == account && Balances[i].Currency.Equals(currency))
            {
                return i;
            }
        }

        return -1;
    }

    private InvalidOperationException Broken(Entry entry, string why) =>
        new($"wallet {Id}: entry {entry.Seq} ({entry.Kind}): {why}");
}
