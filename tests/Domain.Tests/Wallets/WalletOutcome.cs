using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Tests.Wallets;

internal sealed class WalletOutcome(WalletState before, Decision decision)
{
    public WalletState State => decision.State;

    public IReadOnlyList<Entry> Entries => decision.Entries;

    public Entry Entry => Assert.Single(decision.Entries);

    /// <summary>Refused so, and nothing changed.</summary>
    public Refusal ThenRefused(RefusalCode code)
    {
        Assert.NotNull(decision.Refusal);
        Assert.Equal(code, decision.Refusal.Code);
        Assert.Empty(decision.Entries);
        Assert.Same(before, decision.State);
        return decision.Refusal;
    }

    /// <summary>Accepted with entries of these kinds, in this order.</summary>
    public WalletOutcome ThenAccepted(params EntryKind[] kinds)
    {
        Assert.Null(decision.Refusal);
        Assert.Equal(kinds, decision.Entries.Select(e => e.Kind));
        return this;
    }

    public WalletOutcome ThenBalance(
        Amount available, Int128 locked, AccountKind account = AccountKind.Spot)
    {
        var balance = State.Balance(account, available.Currency);
        Assert.Equal((available.Minor, locked), (balance.Available, balance.Locked));
        return this;
    }

    public Hold ThenHold(Amount remaining, string name = Make.HoldName)
    {
        var hold = State.Hold(new ReferenceId(name));
        Assert.NotNull(hold);
        Assert.Equal(remaining, new Amount(hold.Remaining, hold.Amount.Currency));
        return hold;
    }

    public WalletOutcome ThenNoHold(string name = Make.HoldName)
    {
        Assert.Null(State.Hold(new ReferenceId(name)));
        return this;
    }
}
