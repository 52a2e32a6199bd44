using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Domain.Wallets;

/// <summary>Collects the entries of one accepted command, each on the state after the one before.</summary>
internal sealed class EntryDrafts(WalletState state, CommandContext context, DateTimeOffset at)
{
    private readonly List<Entry> _entries = new(1);
    private WalletState _state = state;

    public EntryDrafts Add(
        EntryKind kind, AccountKind account, Amount amount, Counterparty? counterparty = null,
        ReferenceId? hold = null, DateTimeOffset? expiresAt = null, EntryLink? link = null)
    {
        var effect = EntryEffect.Of(kind);
        var before = _state.Balance(account, amount.Currency);
        return Append(new Entry
        {
            Seq = _state.Seq + 1,
            Kind = kind,
            Account = account,
            Amount = amount,
            Available = before.Available + (effect.Available * amount.Minor),
            Locked = before.Locked + (effect.Locked * amount.Minor),
            Type = context.Type,
            Reference = context.Reference,
            Counterparty = counterparty,
            Hold = hold,
            ExpiresAt = expiresAt,
            Note = context.Note,
            Metadata = context.Metadata,
            Leg = _entries.Count,
            Link = link,
            At = kind is EntryKind.Locked or EntryKind.ReturnedToHold ? TimeOfHold() : at,
        });
    }

    /// <summary>Takes from an open hold; no amount means all that remains.</summary>
    public EntryDrafts AddHold(
        EntryKind kind, ReferenceId name, Amount? amount, Counterparty? counterparty = null)
    {
        var hold = _state.Hold(name)
            ?? throw new InvalidOperationException($"the rules let a missing hold pass: {name}");
        var taken = amount ?? new Amount(hold.Remaining, hold.Amount.Currency);
        // What goes back into a hold must find its time again: see WalletCommand.Return.
        var expiresAt = kind == EntryKind.SentFromHold ? hold.ExpiresAt : null;
        return Add(kind, hold.Account, taken, counterparty, name, expiresAt);
    }

    /// <summary>True when the name is free, or an open hold's of this very money.</summary>
    public bool HoldTakes(ReferenceId name, AccountKind account, Currency currency) =>
        _state.Hold(name)?.IsOf(account, currency) ?? true;

    public EntryDrafts AddStatus(EntryKind kind) => Append(new Entry
    {
        Seq = _state.Seq + 1,
        Kind = kind,
        Type = context.Type,
        Reference = context.Reference,
        Note = context.Note,
        Metadata = context.Metadata,
        Leg = _entries.Count,
        At = at,
    });

    public Decision Decide() => Decision.Accepted(_state, _entries);

    // A hold's name may be used again, and its time tells it from the ones before (its expiry has
    // a key of both): no two are made at one time, even while the wallet's last entry has the
    // time of a server whose clock is ahead.
    private DateTimeOffset TimeOfHold() =>
        _state.Seq > 0 && at <= _state.LastAt ? _state.LastAt.AddMicroseconds(1) : at;

    private EntryDrafts Append(Entry draft)
    {
        var entry = draft.Seal(EntryChain.Next(_state.Id, _state.Hash, draft));
        _state = _state.Apply(entry);
        _entries.Add(entry);
        return this;
    }
}
