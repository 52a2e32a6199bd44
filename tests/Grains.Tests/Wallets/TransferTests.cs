using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Grains.Recovery;
using OrleansWallet.Grains.Tests.Hand;
using OrleansWallet.Journal;
using static OrleansWallet.Testing.Commands;

namespace OrleansWallet.Grains.Tests.Wallets;

public sealed class TransferTests
{
    private readonly HandGrains _grains = new();
    private readonly WalletId _from = NewWallet("from");
    private readonly WalletId _to = NewWallet("to");

    public TransferTests() => _grains.Do(_from, Credit(Usd(100)));

    [Fact]
    public void Execute_WhenTheDestinationAccepts_IsCompleted()
    {
        var receipt = Done(_grains.Do(_from, Transfer(_to, Usd(30))));

        Assert.Equal(ReceiptStatus.Completed, receipt.Status);
        Assert.Equal((70, 30), (Available(_from), Available(_to)));
        var accepted = Assert.Single(
            _grains.Stream.Published, p => p.Wallet == _to).Entries[0];
        Assert.Equal(EntryKind.Accepted, accepted.Kind);
        Assert.Equal(new EntryLink(receipt.WalletNo, receipt.Last.Seq), accepted.Link);
        Assert.Equal(Counterparty.Of(_from), accepted.Counterparty);
        Assert.Equal([accepted.Link!.Value], _grains.Journal.Delivered);
    }

    [Fact]
    public void Execute_WhenItsOwnCommitIsUnderWay_SendsNothing()
    {
        var answer = _grains.Execute(_from, Transfer(_to, Usd(30)));

        Assert.Equal(1, _grains.Journal.Waiting);
        _grains.Journal.CommitNext();
        _grains.Turns.Run();
        Assert.Equal((70, 0), (Available(_from), Available(_to)));
        Assert.False(answer.IsCompleted);
        _grains.CommitAll();
        Assert.True(answer.IsCompleted);
    }

    [Fact]
    public void Execute_WhenTheDestinationIsClosed_ComesBackToAvailable()
    {
        CloseWallet(_to);

        var receipt = Done(_grains.Do(_from, Transfer(_to, Usd(30))));

        Assert.Equal(ReceiptStatus.Returned, receipt.Status);
        Assert.Equal(100, Available(_from));
        Assert.Equal(3, _grains.Journal.Committed(_from).Seq);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(30)]
    public void Execute_WhenItComesFromAHoldAndIsRefused_ComesBackToTheHold(int held)
    {
        CloseWallet(_to);
        var expiry = _grains.Time.GetUtcNow().AddHours(1);
        _grains.Do(_from, Lock(Usd(held), "h", expiry));

        var receipt = Done(_grains.Do(_from, Transfer(_to, Usd(30), hold: "h")));

        Assert.Equal(ReceiptStatus.Returned, receipt.Status);
        var state = _grains.Journal.Committed(_from);
        Assert.Equal((100 - held, held), ((int)state.Balances[0].Available, (int)state.Balances[0].Locked));
        Assert.Equal((held, expiry), ((int)state.Holds["h"].Remaining, state.Holds["h"].ExpiresAt));
    }

    [Fact]
    public void Execute_WhenItHasSeveralPostings_EachGoesItsWay()
    {
        var closed = NewWallet("closed");
        CloseWallet(closed);

        var receipt = Done(_grains.Do(_from, Transfer(
        [
            new Posting(_to, Usd(1)), new Posting(closed, Usd(2)), new Posting(_to, Usd(3)),
            new Posting(NewWallet(), Usd(4)),
        ])));

        Assert.Equal(4, receipt.Entries.Count);
        Assert.Equal(ReceiptStatus.Returned, receipt.Status);
        Assert.Equal((92, 4), (Available(_from), Available(_to)));
    }

    [Fact]
    public void Execute_WhenTheDestinationDoesNotAnswer_IsInProgressAndRecoveryFinishesIt()
    {
        var real = _grains.Wallet(_to);
        var silent = new SilentWallet();
        _grains.Replace(_to, silent);
        var command = Transfer(_to, Usd(30));
        var answer = _grains.Execute(_from, command);
        _grains.CommitAll();
        Assert.False(answer.IsCompleted);

        Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(ReceiptStatus.InProgress, Done(answer.Now()).Status);
        Assert.Equal((70, 0), (Available(_from), Available(_to)));

        // The process died with it; another one finds what was left.
        _grains.Replace(_to, real);
        _grains.Drop(_from);
        Advance(TimeSpan.FromMinutes(1));
        Recover();

        Assert.Equal(30, Available(_to));
        Assert.Equal(0, Recover());
        var replay = _grains.Do(_from, command);
        Assert.Equal(ReceiptStatus.Completed, Done(replay).Status);
    }

    [Fact]
    public void Execute_WhenTheDestinationIsNotAcceptedAtFirst_IsTriedAgain()
    {
        var real = _grains.Wallet(_to);
        var failing = new FailingWallet(real, failures: 3);
        _grains.Replace(_to, failing);
        var answer = _grains.Execute(_from, Transfer(_to, Usd(30)));
        _grains.CommitAll();

        for (var i = 0; i < 20 && !answer.IsCompleted; i++)
        {
            Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.Equal(ReceiptStatus.Completed, Done(answer.Now()).Status);
        Assert.Equal(4, failing.Calls);
        Assert.Equal(30, Available(_to));
    }

    [Fact]
    public void Execute_WhenTheJournalGoesAwayDuringDelivery_IsInProgress()
    {
        var answer = _grains.Execute(_from, Transfer(_to, Usd(30)));
        _grains.Journal.CommitNext();
        _grains.Journal.IsAway = true;
        _grains.Turns.Run();
        for (var i = 0; i < 100 && !answer.IsCompleted; i++)
        {
            Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.Equal(ReceiptStatus.InProgress, Done(answer.Now()).Status);
        _grains.Journal.IsAway = false;
        Advance(TimeSpan.FromMinutes(1));
        Recover();
        Assert.Equal(30, Available(_to));
    }

    [Fact]
    public void Deliver_WhenTheSourceCantBeLoaded_SaysThatTheJournalIsAwayAndNothingElse()
    {
        _grains.Replace(_to, new SilentWallet());
        _ = _grains.Execute(_from, Transfer(_to, Usd(30)));
        _grains.CommitAll();
        _grains.Drop(_from);
        _grains.Journal.IsAway = true;

        var answer = _grains.Turns.Call(async () =>
        {
            await _grains.Wallet(_from).Deliver(2);
            return true;
        });

        Assert.IsType<JournalUnavailableException>(answer.Exception?.InnerException);
    }

    [Fact]
    public void Execute_WhenTheSourceLosesItsLineBeforeDelivery_IsAnsweredAllTheSame()
    {
        var command = Transfer(_to, Usd(30));
        var answer = _grains.Execute(_from, command);
        _grains.Journal.CommitNext();
        // Read before the transfer goes on: another copy has moved the head meanwhile.
        new HandGrains.Elsewhere(_grains, _from).Do(Credit(Usd(1)));
        _grains.Time.Advance(TimeSpan.FromSeconds(2));
        _ = _grains.Read(_from);
        _grains.CommitAll();

        Assert.Equal(ReceiptStatus.Completed, Done(answer.Now()).Status);
        Assert.Equal(30, Available(_to));
    }

    [Fact]
    public void Execute_WhenATransferIsRepeatedWhileUnderWay_TellsItsStatusAtTheEnd()
    {
        var real = _grains.Wallet(_to);
        _grains.Replace(_to, new SilentWallet());
        var command = Transfer(_to, Usd(30));
        var first = _grains.Execute(_from, command);
        _grains.CommitAll();
        var second = _grains.Execute(_from, command);
        Assert.False(first.IsCompleted || second.IsCompleted);
        Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(ReceiptStatus.InProgress, Done(second.Now()).Status);

        _grains.Replace(_to, real);
        _grains.Drop(_from);
        var third = _grains.Do(_from, command);

        Assert.True(Assert.IsType<WalletAnswer.Done>(third).Replayed);
        Assert.Equal(ReceiptStatus.Completed, Done(third).Status);
        Assert.Equal(30, Available(_to));
    }

    [Fact]
    public void Execute_WhenAReturnedTransferIsRepeated_IsReturned()
    {
        CloseWallet(_to);
        var command = Transfer(_to, Usd(30));
        _grains.Do(_from, command);
        _grains.Drop(_from);

        Assert.Equal(ReceiptStatus.Returned, Done(_grains.Do(_from, command)).Status);
        Assert.Equal(100, Available(_from));
    }

    [Fact]
    public void Execute_WhenItsCallerGivesUp_DeliversAllTheSame()
    {
        using var giveUp = new CancellationTokenSource();
        var answer = _grains.Turns.Call(
            () => _grains.Wallet(_from).Execute(Transfer(_to, Usd(30)), giveUp.Token));

        giveUp.Cancel();
        _grains.CommitAll();

        Assert.True(answer.IsCanceled);
        Assert.Equal((70, 30), (Available(_from), Available(_to)));
    }

    [Fact]
    public void ExecuteAll_WhenSeveralTransfersDoNotArrive_WaitsForAllAtOnce()
    {
        _grains.Replace(_to, new SilentWallet());
        var answers = _grains.ExecuteAll(
            _from, Transfer(_to, Usd(1)), Transfer(_to, Usd(2)), Transfer(NewWallet(), Usd(3)));
        _grains.CommitAll();

        Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(
            [ReceiptStatus.InProgress, ReceiptStatus.InProgress, ReceiptStatus.Completed],
            answers.Now().Select(a => Done(a).Status));
    }

    [Fact]
    public void Execute_WhenPostingsAreUnderWay_TheWalletCantBeClosed()
    {
        _grains.Replace(_to, new SilentWallet());
        var transfer = _grains.Execute(_from, Transfer(_to, Usd(100)));
        _grains.CommitAll();

        var close = _grains.Do(_from, Close());

        Assert.Equal(
            RefusalCode.PostingsUnderWay, Assert.IsType<WalletAnswer.Refused>(close).Refusal.Code);
        Assert.False(transfer.IsCompleted);
    }

    [Fact]
    public void ExecuteAll_WhenPostingsAreUnderWay_TheWalletCantBeClosed()
    {
        _grains.Replace(_to, new SilentWallet());
        _grains.Execute(_from, Transfer(_to, Usd(99)));
        _grains.CommitAll();

        RequireUnderWay(_grains.ExecuteAll(_from, [Debit(Usd(1)), Close()]));
    }

    [Fact]
    public void ExecuteAll_WhenItSendsTheLastMoney_TheWalletCantBeClosed() =>
        RequireUnderWay(_grains.ExecuteAll(_from, [Transfer(_to, Usd(100)), Close()]));

    [Fact]
    public void Execute_WhenThePostingsHaveArrived_TheWalletCanBeClosed()
    {
        _grains.Do(_from, Transfer(_to, Usd(100)));

        Assert.IsType<WalletAnswer.Done>(_grains.Do(_from, Close()));
        Assert.Equal(
            RefusalCode.WalletClosed,
            Assert.IsType<WalletAnswer.Refused>(_grains.Do(_from, Credit(Usd(1)))).Refusal.Code);
    }

    [Fact]
    public void Execute_WhenItIsClosedAmongCommitsThatFail_IsDecidedOnALoadedWallet()
    {
        _grains.Do(_from, Debit(Usd(100)));
        var credit = _grains.Execute(_from, Credit(Usd(5)));
        var close = _grains.Execute(_from, Close());
        _grains.Journal.CompleteNext(CommitResult.NotAccepted.Instance);
        _grains.CommitAll();

        Assert.IsType<WalletAnswer.NotAccepted>(credit.Now());
        Assert.IsType<WalletAnswer.Done>(close.Now());
    }

    [Fact]
    public void RunOnce_WhenHoldsAreExpired_UnlocksThem()
    {
        var now = _grains.Time.GetUtcNow();
        _grains.Do(_from, Lock(Usd(30), "soon", now.AddMinutes(1)));
        _grains.Do(_from, Lock(Usd(20), "later", now.AddHours(1)));
        Assert.Equal(0, Recover());

        Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, Recover());

        Assert.Equal(80, Available(_from));
        Assert.Equal(0, Recover());
        Assert.Equal(["later"], _grains.Journal.Committed(_from).Holds.Keys);
        _grains.Do(_from, Lock(Usd(30), "soon", _grains.Time.GetUtcNow().AddMinutes(1)));
        Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, Recover());
        Assert.Equal(80, Available(_from));
    }

    private void RequireUnderWay(Task<IReadOnlyList<WalletAnswer>> answers)
    {
        _grains.CommitAll();
        Assert.All(
            answers.Now(),
            a => Assert.Equal(
                RefusalCode.PostingsUnderWay,
                Assert.IsType<WalletAnswer.Refused>(a).Refusal.Code));
    }

    private void CloseWallet(WalletId id) =>
        Assert.IsType<WalletAnswer.Done>(_grains.Do(id, Close()));

    private int Available(WalletId id) =>
        (int)_grains.Journal.Committed(id).Balance(AccountKind.Spot, UsDollar).Available;

    private void Advance(TimeSpan by)
    {
        _grains.Time.Advance(by);
        _grains.CommitAll();
    }

    private int Recover()
    {
        var scan = new RecoveryScan(_grains.Services);
        var found = _grains.Turns.Call(async () => await scan.RunOnce(default));
        _grains.CommitAll();
        Assert.True(found.IsCompleted);
        return found.Now();
    }

    private static Receipt Done(WalletAnswer answer) =>
        Assert.IsType<WalletAnswer.Done>(answer).Receipt;
}
