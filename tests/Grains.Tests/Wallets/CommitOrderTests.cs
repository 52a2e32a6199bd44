using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Grains.Tests.Hand;
using OrleansWallet.Journal;
using static OrleansWallet.Testing.Commands;

namespace OrleansWallet.Grains.Tests.Wallets;

/// <summary>What is answered when, and what is decided again, while commits are under way.</summary>
public sealed class CommitOrderTests
{
    private readonly HandGrains _grains = new();
    private readonly WalletId _id = NewWallet();

    [Fact]
    public void Execute_WhileItsCommitIsUnderWay_WaitsAndIsPublishedAfterIt()
    {
        var answer = _grains.Execute(_id, Credit(Usd(5)));

        Assert.False(answer.IsCompleted);
        Assert.Empty(_grains.Stream.Published);
        _grains.CommitAll();

        var receipt = Assert.IsType<WalletAnswer.Done>(answer.Now()).Receipt;
        Assert.Equal(receipt.Entries, Assert.Single(_grains.Stream.Published).Entries);
        Assert.Equal(5, receipt.Last.Available);
    }

    [Fact]
    public void Execute_WhenCallsComeDuringACommit_TheyShareTheNextOne()
    {
        var first = _grains.Execute(_id, Credit(Usd(5)));
        _grains.Journal.Seal();
        var others = Enumerable.Range(0, 10)
            .Select(_ => _grains.Execute(_id, Credit(Usd(5)))).ToList();

        Assert.Equal([1, 10], _grains.Journal.WaitingUnits);
        Commit();
        Assert.True(first.IsCompleted);
        Assert.DoesNotContain(others, o => o.IsCompleted);
        Commit();

        Assert.Equal(
            Enumerable.Range(2, 10).Select(i => (Int128)(i * 5)),
            others.Select(o => Assert.IsType<WalletAnswer.Done>(o.Now()).Receipt.Last.Available));
    }

    [Fact]
    public void Execute_WhenItIsRefused_WaitsForTheCommitOfTheStateItSaw()
    {
        var credit = _grains.Execute(_id, Credit(Usd(5)));
        _grains.Journal.Seal();
        var keyed = _grains.Execute(_id, Debit(Usd(9)));
        var derived = _grains.Execute(_id, Debit(Usd(9), Derived(_id, "debit", "r")));

        Assert.False(keyed.IsCompleted || derived.IsCompleted);
        Commit();
        Assert.True(credit.IsCompleted);
        Assert.False(keyed.IsCompleted || derived.IsCompleted);
        Commit();

        AssertRefused(RefusalCode.InsufficientBalance, keyed.Now());
        AssertRefused(RefusalCode.InsufficientBalance, derived.Now());
    }

    [Fact]
    public void Execute_WhenTheStateARefusalSawIsNotCommitted_IsDecidedAgain()
    {
        _grains.Do(_id, Credit(Usd(10)));
        var debit = _grains.Execute(_id, Debit(Usd(10)));
        _grains.Journal.Seal();
        var refused = _grains.Execute(_id, Debit(Usd(10), Derived(_id, "debit", "r")));

        _grains.Journal.CompleteNext(CommitResult.NotAccepted.Instance);
        _grains.CommitAll();

        // What it saw never became true: it must not be told a refusal.
        Assert.IsType<WalletAnswer.NotAccepted>(debit.Now());
        Assert.IsNotType<WalletAnswer.Refused>(refused.Now());
    }

    [Fact]
    public void Execute_WhenTheInputIsWrongInAnyState_IsRefusedAtOnce()
    {
        _grains.Do(_id, Credit(Usd(10)));

        var answer = _grains.Execute(_id, Debit(Usd(0)));

        AssertRefused(RefusalCode.InvalidAmount, answer.Now());
        Assert.Equal(0, _grains.Journal.Waiting);
    }

    [Fact]
    public void GetBalances_WhileACommitIsUnderWay_GivesTheCommittedState()
    {
        _grains.Do(_id, Credit(Usd(10)));
        _ = _grains.Execute(_id, Credit(Usd(5)));

        var before = _grains.Read(_id).Now();
        _grains.CommitAll();
        var after = _grains.Read(_id).Now();

        Assert.Equal((1, 10), (before.Version, (int)before.Balances[0].Available));
        Assert.Equal((2, 15), (after.Version, (int)after.Balances[0].Available));
    }

    [Fact]
    public void GetBalances_WhenTheHeadWasMovedElsewhere_SeesItWithinASecond()
    {
        _grains.Do(_id, Credit(Usd(10)));
        var other = new HandGrains.Elsewhere(_grains, _id);
        other.Do(Credit(Usd(7)));

        _grains.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(2, _grains.Read(_id).Now().Version);
    }

    [Fact]
    public void GetBalances_WhenTheJournalIsAway_SaysSo()
    {
        _grains.Journal.IsAway = true;

        var read = _grains.Read(_id);

        Assert.IsType<WalletUnavailableException>(read.Exception?.InnerException);
        _grains.Journal.IsAway = false;
        Assert.Equal(0, _grains.Read(_id).Now().Version);
    }

    [Fact]
    public void Execute_WhenAKeyWasKnown_DecidesTheOthersAgainInOrder()
    {
        var key = Key();
        new HandGrains.Elsewhere(_grains, _id).Do(Credit(Usd(10), Context(key)));
        var calls = new[]
        {
            _grains.Execute(_id, Credit(Usd(1))),
            _grains.Execute(_id, Credit(Usd(10), Context(key))),
            _grains.Execute(_id, Credit(Usd(2))),
            _grains.Execute(_id, Debit(Usd(13))),
            _grains.Execute(_id, Debit(Usd(1))),
        };

        _grains.CommitAll();

        Assert.Equal(2, Done(calls[0]).Receipt.Last.Seq);
        Assert.True(Done(calls[1]).Replayed);
        Assert.Equal(1, Done(calls[1]).Receipt.Last.Seq);
        Assert.Equal(3, Done(calls[2]).Receipt.Last.Seq);
        Assert.Equal(0, Done(calls[3]).Receipt.Last.Available);
        AssertRefused(RefusalCode.InsufficientBalance, calls[4].Now());
    }

    [Fact]
    public void Execute_WhenItIsFenced_LoadsAnewAndDecidesAgain()
    {
        _grains.Do(_id, Credit(Usd(10)));
        new HandGrains.Elsewhere(_grains, _id).Do(Debit(Usd(8)));
        var debit = _grains.Execute(_id, Debit(Usd(5)));
        var credit = _grains.Execute(_id, Credit(Usd(1)));

        _grains.CommitAll();

        AssertRefused(RefusalCode.InsufficientBalance, debit.Now());
        Assert.Equal(3, Done(credit).Receipt.Last.Available);
        Assert.Equal(2, _grains.Journal.OpenCount - 1);
    }

    [Fact]
    public void Execute_WhenCallsAreSetAside_NewcomersAreDecidedBehindThem()
    {
        _grains.Do(_id, Credit(Usd(10)));
        new HandGrains.Elsewhere(_grains, _id).Do(Credit(Usd(10)));
        var first = _grains.Execute(_id, Debit(Usd(20)));
        _grains.Journal.HoldOpen();
        Commit();
        var newcomer = _grains.Execute(_id, Debit(Usd(20)));
        Assert.Equal(0, _grains.Journal.Waiting);

        _grains.Journal.LetOpen();
        _grains.CommitAll();

        Assert.Equal(0, Done(first).Receipt.Last.Available);
        AssertRefused(RefusalCode.InsufficientBalance, newcomer.Now());
    }

    [Fact]
    public void Execute_WhenWhatWasSetAsideIsCommitting_NewcomersWait()
    {
        _grains.Do(_id, Credit(Usd(10)));
        new HandGrains.Elsewhere(_grains, _id).Do(Credit(Usd(10)));
        var first = _grains.Execute(_id, Credit(Usd(1)));
        Commit();
        Assert.Equal(1, _grains.Journal.Waiting);
        var newcomer = _grains.Execute(_id, Credit(Usd(1)));

        // So that a newcomer's old key can't set it aside again.
        Assert.Equal([1], _grains.Journal.WaitingUnits);
        _grains.CommitAll();

        Assert.Equal(3, Done(first).Receipt.Last.Seq);
        Assert.Equal(4, Done(newcomer).Receipt.Last.Seq);
    }

    [Fact]
    public void Execute_WhenTheCommitIsNotAccepted_SaysSoAndTheWalletGoesOn()
    {
        _grains.Do(_id, Credit(Usd(10)));
        var first = _grains.Execute(_id, Debit(Usd(10)));
        _grains.Journal.Seal();
        var behind = _grains.Execute(_id, Credit(Usd(3)));

        _grains.Journal.CompleteNext(CommitResult.NotAccepted.Instance);
        _grains.CommitAll();

        Assert.IsType<WalletAnswer.NotAccepted>(first.Now());
        Assert.IsType<WalletAnswer.NotAccepted>(behind.Now());
        Assert.Equal(10, _grains.Read(_id).Now().Balances[0].Available);
        Assert.IsType<WalletAnswer.Done>(_grains.Do(_id, Debit(Usd(10))));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Execute_WhenTheCommitStaysInDoubt_SaysSoAndARetryTellsTheTruth(bool wasCommitted)
    {
        var key = Key();
        _grains.Do(_id, Credit(Usd(10)));
        var first = _grains.Execute(_id, Debit(Usd(4), Context(key)));
        _grains.Journal.Seal();
        var behind = _grains.Execute(_id, Debit(Usd(1)));

        if (wasCommitted)
        {
            _grains.Journal.WriteNext();
        }

        _grains.Journal.CompleteNext(CommitResult.InDoubt.Instance);
        _grains.CommitAll();

        Assert.IsType<WalletAnswer.OutcomeUnknown>(first.Now());
        Assert.IsType<WalletAnswer.NotAccepted>(behind.Now());
        var retry = Assert.IsType<WalletAnswer.Done>(
            _grains.Do(_id, Debit(Usd(4), Context(key))));
        Assert.Equal(wasCommitted, retry.Replayed);
        Assert.Equal(6, _grains.Journal.Committed(_id).Balances[0].Available);
    }

    [Fact]
    public void Execute_WhenTheWalletCantBeLoaded_IsNotAccepted()
    {
        _grains.Journal.IsAway = true;

        var answers = new[] { _grains.Execute(_id, Credit(Usd(1))), _grains.Execute(_id, Credit(Usd(2))) };

        Assert.All(answers, a => Assert.IsType<WalletAnswer.NotAccepted>(a.Now()));
        _grains.Journal.IsAway = false;
        Assert.IsType<WalletAnswer.Done>(_grains.Do(_id, Credit(Usd(1))));
    }

    [Fact]
    public void Execute_WhenTheJournalIsFull_IsNotAccepted()
    {
        _grains.Do(_id, Credit(Usd(1)));
        _grains.Journal.IsFull = true;

        Assert.IsType<WalletAnswer.NotAccepted>(_grains.Execute(_id, Credit(Usd(1))).Now());

        _grains.Journal.IsFull = false;
        Assert.IsType<WalletAnswer.Done>(_grains.Do(_id, Credit(Usd(1))));
    }

    [Fact]
    public void Execute_WhenItsCallerGivesUp_TakesEffectAllTheSame()
    {
        using var giveUp = new CancellationTokenSource();
        var key = Key();
        var answer = _grains.Turns.Call(
            () => _grains.Wallet(_id).Execute(Credit(Usd(5), Context(key)), giveUp.Token));

        giveUp.Cancel();
        _grains.CommitAll();

        Assert.True(answer.IsCanceled);
        Assert.True(Assert.IsType<WalletAnswer.Done>(
            _grains.Do(_id, Credit(Usd(5), Context(key)))).Replayed);
    }

    [Fact]
    public void Execute_WhenADecisionThrows_FailsThatCallAndTheWalletGoesOn()
    {
        _grains.Do(_id, Credit(Usd(5)));
        _grains.Journal.IsFaulty = true;
        var failed = _grains.Execute(_id, Credit(Usd(1)));
        _grains.Journal.IsFaulty = false;

        Assert.IsType<InvalidOperationException>(failed.Exception?.InnerException);
        Assert.Equal(6, Assert.IsType<WalletAnswer.Done>(
            _grains.Do(_id, Credit(Usd(1)))).Receipt.Last.Available);
    }

    [Fact]
    public void Execute_WhenDecidingAgainThrows_FailsTheCallsAndTheWalletGoesOn()
    {
        _grains.Do(_id, Credit(Usd(5)));
        new HandGrains.Elsewhere(_grains, _id).Do(Credit(Usd(5)));
        var calls = new[] { _grains.Execute(_id, Credit(Usd(1))), _grains.Execute(_id, Credit(Usd(1))) };
        _grains.Journal.HoldOpen();
        Commit();
        var newcomer = _grains.Execute(_id, Credit(Usd(1)));
        _grains.Journal.IsFaulty = true;
        _grains.Journal.LetOpen();
        _grains.Turns.Run();
        _grains.Journal.IsFaulty = false;

        Assert.All(calls.Append(newcomer), c => Assert.True(c.IsFaulted));
        Assert.Equal(11, Assert.IsType<WalletAnswer.Done>(
            _grains.Do(_id, Credit(Usd(1)))).Receipt.Last.Available);
    }

    private void Commit()
    {
        _grains.Journal.CommitNext();
        _grains.Turns.Run();
    }

    private static WalletAnswer.Done Done(Task<WalletAnswer> answer)
    {
        Assert.True(answer.IsCompleted);
        return Assert.IsType<WalletAnswer.Done>(answer.Now());
    }

    private static void AssertRefused(RefusalCode code, WalletAnswer answer) =>
        Assert.Equal(code, Assert.IsType<WalletAnswer.Refused>(answer).Refusal.Code);
}
