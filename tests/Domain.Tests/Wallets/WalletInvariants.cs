using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Tests.Wallets;

/// <summary>What holds in every state that a history leads to.</summary>
/// <remarks>Compares by itself: properties ask this too often for <c>Assert.Equal</c>.</remarks>
internal static class WalletInvariants
{
    public static void AssertHold(WalletState state, IReadOnlyList<Entry> history)
    {
        AssertNumbered(state, history);
        AssertNothingNegative(state);
        AssertBooksBalance(state, history);
        AssertHoldsCoverWhatIsLocked(state);
        AssertReplays(state, history);
    }

    /// <summary>No gaps, time never goes back, and a command's entries stand together.</summary>
    public static void AssertNumbered(WalletState state, IReadOnlyList<Entry> history)
    {
        var last = default(DateTimeOffset);
        for (var i = 0; i < history.Count; i++)
        {
            var entry = history[i];
            Assert.True(entry.Seq == i + 1, $"entry {entry.Seq} is number {i + 1}");
            Assert.True(entry.At >= last, $"entry {entry.Seq} goes back in time");
            Assert.True(entry.At == WalletTime.Cut(entry.At), $"{entry.At:O} is not cut");
            Assert.True(entry.Leg == 0 || entry.FirstSeq == history[i - 1].FirstSeq);
            last = entry.At;
        }

        Assert.Equal(history.Count, state.Seq);
        Assert.Equal(last, state.LastAt);
    }

    public static void AssertNothingNegative(WalletState state)
    {
        foreach (var balance in state.Balances)
        {
            Assert.True(balance is { Available: var a, Locked: var l } && a >= 0 && l >= 0,
                $"negative: {balance}");
        }
    }

    /// <summary>Each balance is the sum of what the entries did to it.</summary>
    public static void AssertBooksBalance(WalletState state, IReadOnlyList<Entry> history)
    {
        foreach (var balance in state.Balances)
        {
            Int128 available = 0, locked = 0, total = 0;
            foreach (var entry in history)
            {
                if (entry.Account == balance.Account && entry.Amount is { } amount
                    && amount.Currency.Equals(balance.Currency))
                {
                    var effect = EntryEffect.Of(entry.Kind);
                    available += effect.Available * amount.Minor;
                    locked += effect.Locked * amount.Minor;
                    total += effect.Total * amount.Minor;
                }
            }

            Assert.Equal((available, locked), (balance.Available, balance.Locked));
            Assert.Equal(total, balance.Total);
        }
    }

    public static void AssertHoldsCoverWhatIsLocked(WalletState state)
    {
        foreach (var hold in state.Holds.Values)
        {
            Assert.True(hold.Remaining > 0 && hold.Remaining <= hold.Amount.Minor, $"{hold}");
            Assert.True(state.Balance(hold.Account, hold.Amount.Currency).Locked > 0, $"{hold}");
        }

        foreach (var balance in state.Balances)
        {
            Int128 held = 0;
            foreach (var hold in state.Holds.Values)
            {
                var same = hold.Account == balance.Account
                    && hold.Amount.Currency.Equals(balance.Currency);
                held += same ? hold.Remaining : 0;
            }

            Assert.True(held == balance.Locked, $"holds are {held}: {balance}");
        }
    }

    /// <summary>The history alone gives the same state, and its hash chain is whole.</summary>
    public static void AssertReplays(WalletState state, IReadOnlyList<Entry> history)
    {
        var replayed = WalletState.New(state.Id);
        foreach (var entry in history)
        {
            var hash = EntryChain.Next(state.Id, replayed.Hash, entry);
            Assert.True(hash == entry.Hash, $"entry {entry.Seq} breaks the chain");
            replayed = replayed.Apply(entry);
        }

        AssertSame(state, replayed);
    }

    public static void AssertSame(WalletState expected, WalletState actual)
    {
        Assert.Equal(
            (expected.Id, expected.Seq, expected.Hash, expected.Status, expected.CreatedAt,
                expected.LastAt),
            (actual.Id, actual.Seq, actual.Hash, actual.Status, actual.CreatedAt, actual.LastAt));
        Assert.Equal(expected.Balances.AsEnumerable(), actual.Balances);
        Assert.Equal(expected.Holds.Count, actual.Holds.Count);
        Assert.All(expected.Holds.Values, hold => Assert.Equal(hold, actual.Hold(hold.Name)));
    }
}
