using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Domain.Wallets;

/// <summary>What a wallet refuses, checked in the order of <see cref="RefusalCode"/>.</summary>
internal static class WalletRules
{
    /// <summary>The first refusal that applies, or null.</summary>
    public static Refusal? Check(WalletState state, WalletCommand command, DateTimeOffset at) =>
        CheckInput(state, command) ?? CheckStatus(state, command) ?? CheckState(state, command, at);

    /// <summary>The entry that undoes one of <paramref name="kind"/>; null where none can.</summary>
    public static EntryKind? ReversalOf(EntryKind kind) => kind switch
    {
        EntryKind.Credited => EntryKind.ReversedIn,
        EntryKind.Debited or EntryKind.Released => EntryKind.ReversedOut,
        _ => null,
    };

    private static Refusal? CheckInput(WalletState state, WalletCommand command) => command switch
    {
        WalletCommand.Credit c => CheckAmount(c.Amount),
        WalletCommand.Debit c => CheckAmount(c.Amount),
        WalletCommand.Lock c => CheckAmount(c.Amount),
        WalletCommand.Unlock c => CheckPart(state, c.Context, c.Currency, c.Amount),
        WalletCommand.Release c => CheckPart(state, c.Context, c.Currency, c.Amount),
        WalletCommand.Transfer c => CheckPostings(state, c),
        WalletCommand.Accept c => CheckAmount(c.Amount),
        WalletCommand.Move c => CheckAmount(c.Amount)
            ?? (c.From == c.To ? new Refusal(RefusalCode.SameWallet) : null),
        _ => null,
    };

    private static Refusal? CheckAmount(Amount amount) =>
        amount.IsPositive && amount.Minor <= Amount.MinorMax
            ? null
            : new Refusal(RefusalCode.InvalidAmount, amount);

    // Repeating "unlock 5 of it" can't be told from a second unlock of 5, unless by its key.
    private static Refusal? CheckPart(
        WalletState state, CommandContext context, Currency currency, Amount? amount)
    {
        if (amount is not { } part)
        {
            return null;
        }

        if (CheckAmount(part) is { } refusal)
        {
            return refusal;
        }

        if (!part.Currency.Equals(currency))
        {
            return new Refusal(RefusalCode.InvalidAmount, part);
        }

        var whole = state.Hold(context.Reference)?.Remaining == part.Minor;
        return context.Key.IsExplicit || whole
            ? null
            : new Refusal(RefusalCode.ExplicitKeyRequired);
    }

    private static Refusal? CheckPostings(WalletState state, WalletCommand.Transfer command)
    {
        if (command.Postings.Count is 0 or > WalletDecider.PostingsMax)
        {
            return new Refusal(RefusalCode.InvalidAmount);
        }

        Int128 sum = 0;
        foreach (var posting in command.Postings)
        {
            if (CheckAmount(posting.Amount) is { } refusal)
            {
                return refusal;
            }

            if (!posting.Amount.Currency.Equals(command.Postings[0].Amount.Currency))
            {
                return new Refusal(RefusalCode.InvalidAmount, posting.Amount);
            }

            // Checked at every step: the sum of all could wrap around Int128.
            sum += posting.Amount.Minor;
            if (sum > Amount.MinorMax)
            {
                return new Refusal(
                    RefusalCode.InvalidAmount, new Amount(sum, posting.Amount.Currency));
            }
        }

        if (command.Postings.Any(p => p.To == state.Id))
        {
            return new Refusal(RefusalCode.SameWallet);
        }

        return command.Hold is { } hold
            && !command.Context.Key.IsExplicit && state.Hold(hold) is { } open && open.Remaining > sum
            ? new Refusal(RefusalCode.ExplicitKeyRequired)
            : null;
    }

    private static Refusal? CheckStatus(WalletState state, WalletCommand command) =>
        (state.Status, command) switch
        {
            (_, WalletCommand.Return) => null,
            (WalletStatus.Closed, _) => new Refusal(RefusalCode.WalletClosed),
            (WalletStatus.Active, WalletCommand.Unfreeze) =>
                new Refusal(RefusalCode.WalletNotFrozen),
            (WalletStatus.Frozen, WalletCommand.Credit or WalletCommand.Accept
                or WalletCommand.Unlock or WalletCommand.Expire or WalletCommand.Reverse
                or WalletCommand.Unfreeze or WalletCommand.Close) => null,
            (WalletStatus.Frozen, _) => new Refusal(RefusalCode.WalletFrozen),
            _ => null,
        };

    private static Refusal? CheckState(
        WalletState state, WalletCommand command, DateTimeOffset at) => command switch
        {
            WalletCommand.Credit c => CheckRoom(state, c.Account, c.Amount),
            WalletCommand.Debit c => CheckFunds(state, c.Account, c.Amount),
            WalletCommand.Lock c => state.Hold(c.Context.Reference) is null
                ? CheckFunds(state, c.Account, c.Amount)
                : new Refusal(RefusalCode.HoldExists),
            WalletCommand.Unlock c =>
                CheckHold(state, c.Context.Reference, c.Currency, c.Amount, null),
            WalletCommand.Release c =>
                CheckHold(state, c.Context.Reference, c.Currency, c.Amount, at),
            WalletCommand.Expire c => CheckExpiry(state, c.Context.Reference, at),
            WalletCommand.Transfer c => CheckTransfer(state, c, at),
            WalletCommand.Accept c => CheckRoom(state, AccountKind.Spot, c.Amount),
            WalletCommand.Move c =>
                CheckFunds(state, c.From, c.Amount) ?? CheckRoom(state, c.To, c.Amount),
            WalletCommand.Reverse c => CheckReversal(state, c.Original),
            WalletCommand.Close c => CheckClose(state, c),
            _ => null,
        };

    private static Refusal? CheckFunds(WalletState state, AccountKind account, Amount amount)
    {
        var available = state.Balance(account, amount.Currency).Available;
        return available >= amount.Minor
            ? null
            : new Refusal(
                RefusalCode.InsufficientBalance, amount, new Amount(available, amount.Currency));
    }

    private static Refusal? CheckRoom(WalletState state, AccountKind account, Amount amount) =>
        state.Balance(account, amount.Currency).Total <= Amount.BalanceMax - amount.Minor
            ? null
            : new Refusal(RefusalCode.BalanceOverflow, amount);

    private static Refusal? CheckHold(
        WalletState state, ReferenceId name, Currency currency, Amount? amount, DateTimeOffset? at)
    {
        if (state.Hold(name) is not { } hold || !hold.Amount.Currency.Equals(currency))
        {
            return new Refusal(RefusalCode.HoldNotFound);
        }

        if (at is { } time && hold.IsExpired(time))
        {
            return new Refusal(RefusalCode.HoldExpired);
        }

        return amount is { } part && part.Minor > hold.Remaining
            ? new Refusal(
                RefusalCode.HoldInsufficient, part, new Amount(hold.Remaining, currency))
            : null;
    }

    private static Refusal? CheckExpiry(WalletState state, ReferenceId name, DateTimeOffset at) =>
        state.Hold(name) switch
        {
            null => new Refusal(RefusalCode.HoldNotFound),
            var hold when hold.IsExpired(at) => null,
            _ => new Refusal(RefusalCode.HoldNotExpired),
        };

    private static Refusal? CheckTransfer(
        WalletState state, WalletCommand.Transfer command, DateTimeOffset at)
    {
        var currency = command.Postings[0].Amount.Currency;
        Int128 sum = 0;
        foreach (var posting in command.Postings)
        {
            sum += posting.Amount.Minor;
        }

        var total = new Amount(sum, currency);
        return command.Hold is { } hold
            ? CheckHold(state, hold, currency, total, at)
            : CheckFunds(state, command.Account, total);
    }

    private static Refusal? CheckReversal(WalletState state, Entry? original)
    {
        if (original is null)
        {
            return new Refusal(RefusalCode.TransactionNotFound);
        }

        if (ReversalOf(original.Kind) is not { } kind || original.Amount is not { } amount)
        {
            return new Refusal(RefusalCode.TransactionNotReversible);
        }

        return kind == EntryKind.ReversedIn
            ? CheckFunds(state, original.Account, amount)
            : CheckRoom(state, original.Account, amount);
    }

    private static Refusal? CheckClose(WalletState state, WalletCommand.Close command)
    {
        if (state.Balances.Any(b => b.Total != 0))
        {
            return new Refusal(RefusalCode.BalanceNotZero);
        }

        return command.PostingsUnderWay ? new Refusal(RefusalCode.PostingsUnderWay) : null;
    }
}
