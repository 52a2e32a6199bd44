using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Domain.Wallets;

/// <summary>The wallet's rules: a command on a state gives entries or a refusal. Pure.</summary>
public static class WalletDecider
{
    /// <summary>Postings that one transfer may have.</summary>
    public const int PostingsMax = 500;

    /// <param name="state">The state to decide on.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="at">
    /// When; cut to microseconds and never before the wallet's last entry, and for a hold after it.
    /// </param>
    public static Decision Decide(WalletState state, WalletCommand command, DateTimeOffset at)
    {
        var time = WalletTime.Next(at, state.LastAt);
        var refusal = WalletRules.Check(state, command, time);
        return refusal is null
            ? Accept(new EntryDrafts(state, command.Context, time), command)
            : Decision.Refused(state, refusal);
    }

    private static Decision Accept(EntryDrafts drafts, WalletCommand command) => command switch
    {
        WalletCommand.Credit c => drafts
            .Add(EntryKind.Credited, c.Account, c.Amount, c.From).Decide(),
        WalletCommand.Debit c => drafts
            .Add(EntryKind.Debited, c.Account, c.Amount, c.To).Decide(),
        WalletCommand.Lock c => drafts
            .Add(EntryKind.Locked, c.Account, c.Amount, hold: c.Context.Reference,
                expiresAt: Cut(c.ExpiresAt))
            .Decide(),
        WalletCommand.Unlock c => drafts
            .AddHold(EntryKind.Unlocked, c.Context.Reference, c.Amount).Decide(),
        WalletCommand.Release c => drafts
            .AddHold(EntryKind.Released, c.Context.Reference, c.Amount, c.To).Decide(),
        WalletCommand.Expire c => drafts
            .AddHold(EntryKind.Expired, c.Context.Reference, null).Decide(),
        WalletCommand.Transfer c => Send(drafts, c),
        WalletCommand.Accept c => drafts
            .Add(EntryKind.Accepted, AccountKind.Spot, c.Amount, Counterparty.Of(c.From),
                link: c.Source)
            .Decide(),
        WalletCommand.Return c => Return(drafts, c),
        WalletCommand.Move c => drafts
            .Add(EntryKind.MovedOut, c.From, c.Amount)
            .Add(EntryKind.MovedIn, c.To, c.Amount)
            .Decide(),
        WalletCommand.Reverse c => drafts
            .Add(WalletRules.ReversalOf(c.Original!.Kind)!.Value, c.Original.Account,
                c.Original.Amount!.Value, c.Original.Counterparty, link: c.Source)
            .Decide(),
        WalletCommand.Freeze => drafts.AddStatus(EntryKind.Frozen).Decide(),
        WalletCommand.Unfreeze => drafts.AddStatus(EntryKind.Unfrozen).Decide(),
        WalletCommand.Close => drafts.AddStatus(EntryKind.Closed).Decide(),
        _ => throw new InvalidOperationException($"unknown command {command.GetType().Name}"),
    };

    private static Decision Send(EntryDrafts drafts, WalletCommand.Transfer command)
    {
        foreach (var posting in command.Postings)
        {
            var to = Counterparty.Of(posting.To);
            _ = command.Hold is { } hold
                ? drafts.AddHold(EntryKind.SentFromHold, hold, posting.Amount, to)
                : drafts.Add(EntryKind.Sent, command.Account, posting.Amount, to);
        }

        return drafts.Decide();
    }

    private static Decision Return(EntryDrafts drafts, WalletCommand.Return command)
    {
        var from = Counterparty.Of(command.From);
        // By now the hold may be used up and its name be other money's: that is not its hold.
        var toHold = command.Hold is { } name
            && drafts.HoldTakes(name, command.Account, command.Amount.Currency);
        return toHold
            ? drafts.Add(EntryKind.ReturnedToHold, command.Account, command.Amount, from,
                command.Hold, Cut(command.HoldExpiresAt), command.Source).Decide()
            : drafts.Add(EntryKind.Returned, command.Account, command.Amount, from,
                link: command.Source).Decide();
    }

    private static DateTimeOffset? Cut(DateTimeOffset? time) =>
        time is { } value ? WalletTime.Cut(value) : null;
}
