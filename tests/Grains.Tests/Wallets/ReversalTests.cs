using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Grains.Tests.Hand;
using static OrleansWallet.Testing.Commands;

namespace OrleansWallet.Grains.Tests.Wallets;

public sealed class ReversalTests
{
    private readonly HandGrains _grains = new();
    private readonly WalletId _id = NewWallet();

    public ReversalTests() => _grains.Do(_id, Credit(Usd(100)));

    [Fact]
    public void Reverse_WhenACreditIsReversed_TakesItBackWithALink()
    {
        var entry = Assert.IsType<WalletAnswer.Done>(Reverse(1)).Receipt.Last;

        Assert.Equal(EntryKind.ReversedIn, entry.Kind);
        Assert.Equal(new EntryLink(1, 1), entry.Link);
        Assert.Equal(0, entry.Available);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Reverse_WhenAnotherAsksWithAKeyOfItsOwn_TakesEffectOnce(bool inMemory)
    {
        Assert.False(Assert.IsType<WalletAnswer.Done>(Reverse(1)).Replayed);
        _grains.Do(_id, Credit(Usd(500)));
        if (!inMemory)
        {
            _grains.Drop(_id);
        }

        Assert.True(Assert.IsType<WalletAnswer.Done>(Reverse(1)).Replayed);
        Assert.Equal(500, _grains.Journal.Committed(_id).Balances[0].Available);
    }

    [Fact]
    public void Reverse_WhenTwoAskAtOnce_TakesEffectOnce()
    {
        var calls = Enumerable.Range(0, 3).Select(_ => _grains.Turns.Call(
            () => _grains.Wallet(_id).Reverse(1, Context()))).ToList();
        _grains.CommitAll();

        Assert.Equal(
            [false, true, true],
            calls.Select(c => Assert.IsType<WalletAnswer.Done>(c.Now()).Replayed));
        Assert.Equal(2, _grains.Journal.Committed(_id).Seq);
    }

    [Fact]
    public void ExecuteAll_WhenItReversesOneTwice_TakesEffectOnce()
    {
        var original = _grains.Turns.Call(
            () => _grains.Journal.ReadEntries(1, 1, 1, default)).Now()[0];
        var answers = _grains.ExecuteAll(
            _id,
            new WalletCommand.Reverse(Context(), original, new EntryLink(1, 1)),
            new WalletCommand.Reverse(Context(), original, new EntryLink(1, 1)));
        _grains.CommitAll();

        Assert.Equal(
            [false, true],
            answers.Now().Select(a => Assert.IsType<WalletAnswer.Done>(a).Replayed));
        Assert.Equal(2, _grains.Journal.Committed(_id).Seq);
    }

    [Fact]
    public void Reverse_WhenItWasRefused_MayBeAskedAgainWithAnotherKey()
    {
        var key = Key();
        _grains.Do(_id, Debit(Usd(60)));
        AssertRefused(RefusalCode.InsufficientBalance, Reverse(1, key));
        _grains.Do(_id, Credit(Usd(60)));

        AssertRefused(RefusalCode.InsufficientBalance, Reverse(1, key));
        Assert.IsType<WalletAnswer.Done>(Reverse(1));
    }

    [Fact]
    public void Reverse_WhenThereIsNoSuchTransaction_IsRefusedForGoodUnderItsKey()
    {
        var key = Key();
        AssertRefused(RefusalCode.TransactionNotFound, Reverse(2, key));
        _grains.Do(_id, Credit(Usd(60)));

        AssertRefused(RefusalCode.TransactionNotFound, Reverse(2, key));
        Assert.IsType<WalletAnswer.Done>(Reverse(2));
    }

    [Fact]
    public void Reverse_WhenTheKeyWasUsedForSomethingElse_IsRefused()
    {
        var key = Key();
        _grains.Do(_id, Credit(Usd(1), Context(key)));

        AssertRefused(RefusalCode.KeyReusedWithOtherInput, Reverse(77, key));
        AssertRefused(RefusalCode.KeyReusedWithOtherInput, Reverse(1, key));
    }

    [Fact]
    public void Reverse_WhenTheEntryIsWithinACommand_IsNotFound()
    {
        _grains.Do(_id, Move(Usd(10)));

        AssertRefused(RefusalCode.TransactionNotFound, Reverse(3));
        AssertRefused(RefusalCode.TransactionNotReversible, Reverse(2));
    }

    [Fact]
    public void Reverse_WhenTheJournalIsAway_IsNotAccepted()
    {
        _grains.Journal.IsAway = true;

        Assert.IsType<WalletAnswer.NotAccepted>(Reverse(1));
    }

    private WalletAnswer Reverse(long seq, CommandKey? key = null)
    {
        var answer = _grains.Turns.Call(() => _grains.Wallet(_id).Reverse(seq, Context(key)));
        _grains.CommitAll();
        return answer.Now();
    }

    private static void AssertRefused(RefusalCode code, WalletAnswer answer) =>
        Assert.Equal(code, Assert.IsType<WalletAnswer.Refused>(answer).Refusal.Code);
}
