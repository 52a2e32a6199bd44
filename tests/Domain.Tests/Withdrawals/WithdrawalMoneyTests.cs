using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Tests.Processes;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Domain.Withdrawals;
using static OrleansWallet.Domain.Tests.Withdrawals.WithdrawalHand;

namespace OrleansWallet.Domain.Tests.Withdrawals;

public sealed class WithdrawalMoneyTests
{
    [Fact]
    public void Request_WhenAllowed_LocksAmountAndFeeForEver()
    {
        var locking = Rules.Take(Rules.Accept<WithdrawalState>(Id, null, Create()), Reserved);
        var locked = Assert.IsType<WalletCommand.Lock>(Rules.CommandOf(locking));

        Assert.Equal(
            (Acting.Btc("1.0101"), null, "proc:wd_1"),
            (locked.Amount, locked.ExpiresAt, locked.Context.Reference.Value));
        Assert.Equal("pending", Rules.Take(locking, Acting.Done).StatusName);
    }

    [Fact]
    public void Request_WhenTheAllowanceOrTheWalletRefuses_EndsAndFreesTheAllowance()
    {
        var requested = Rules.Accept<WithdrawalState>(Id, null, Create());
        var limit = new StepResult.NotTaken(
            new ProcessRefusal(ProcessRefusalCode.LimitExceeded, "too much"));
        foreach (var results in new StepResult[][]
        {
            [limit], [Reserved, Acting.Refused(RefusalCode.InsufficientBalance)],
        })
        {
            var refused = Rules.Take(requested, results).Reload();
            Assert.Equal("refused", refused.StatusName);
            Assert.NotNull(refused.Refusal);
            var free = Assert.IsType<ProcessStep.Process>(Rules.Next(refused));
            Assert.IsType<AllowanceAction.Free>(free.Action);
            Assert.Null(Rules.Next(Rules.Take(refused, Reserved)));
        }
    }

    [Fact]
    public void Approved_WhenTheCopyThatCommittedAsks_SendsOnce()
    {
        var call = CallOf(Approved());
        Assert.Equal(
            (true, "wd_1", null, Acting.Btc("1"), "BTC", "bc1q"),
            (call.FirstTime, call.ExternalId, call.PayoutId, call.Amount, call.Network,
                call.Address));

        // Whoever reads it from the journal can't know whether it was sent.
        Assert.False(CallOf(Approved().Reload()).FirstTime);
    }

    [Fact]
    public void Approved_WhenAnythingComesBetween_NeverSends()
    {
        foreach (var action in new[] { "processing", "failed", "finished" })
        {
            var paying = Approved() with { PayoutId = "p1" };
            var next = Rules.Accept(Id, paying, Action(action).By("system"));
            Assert.False(next.IsUnasked);
            Assert.False(Rules.Next(next) is ProcessStep.Outside
            {
                Call: PayoutCall { FirstTime: true },
            });
        }
    }

    [Fact]
    public void Approved_WhenTheOutcomeIsUnknown_GoesToReviewAndIsOnlyAskedAgain()
    {
        var review = Rules.Take(
            Approved().Reload(), Answer(new PayoutAnswer.Unclear("not listed")));
        Assert.Equal("review", review.StatusName);
        Assert.Null(Rules.Next(review));

        var again = Rules.Accept(Id, review, Action("approve").By("admin", "r2"));
        Assert.Equal((false, "wd_1"), (CallOf(again).FirstTime, CallOf(again).ExternalId));
    }

    [Fact]
    public void Approved_WhenTheProviderFailed_IsSentAgainUnderAnotherNameOnlyByAnAdmin()
    {
        foreach (var answer in new PayoutAnswer[]
        {
            new PayoutAnswer.Refused("no funds"), new PayoutAnswer.Failed("p1", "rejected"),
        })
        {
            var review = Rules.Take(Approved(), Answer(answer)).Reload();
            Assert.Equal("review", review.StatusName);
            Assert.Null(Rules.Next(review));

            var again = Rules.Accept(Id, review, Action("approve").By("admin", "r2"));
            Assert.Equal((true, "wd_1-2"), (CallOf(again).FirstTime, CallOf(again).ExternalId));
        }
    }

    [Fact]
    public void FormerPayout_WhenItIsPaidAfterAll_IsNotPaidTwiceUnseen()
    {
        var failed = Rules.Take(Approved(), Answer(new PayoutAnswer.Failed("p1", "rejected")));
        var second = Rules.Take(
            Rules.Accept(Id, failed, Action("approve").By("admin", "r2")),
            Answer(new PayoutAnswer.Sent("p2")));

        var noted = Rules.Accept(Id, second, Report(PayoutOutcome.Finished).By("system", "r3"));
        Assert.Equal(("sent", "payout_finished: p1"), (noted.StatusName, noted.Events[^1].Note));

        var secondFailed = Rules.Accept(
            Id, noted, Report(PayoutOutcome.Failed, "p2").By("system", "r4"));
        var paid = Rules.Accept(Id, secondFailed, Report(PayoutOutcome.Finished).By("system", "r5"));
        Assert.Equal("finishing", paid.StatusName);
    }

    [Fact]
    public void Sent_WhenItsTimeIsUp_IsAskedAndRestsAgain()
    {
        var sent = Sent();
        Assert.Null(Rules.Next(sent));
        Assert.Equal(Acting.Now + Terms.AskAfter, sent.Deadline);

        var asking = (WithdrawalState)Rules.Elapse(sent, Acting.Now.AddMinutes(5));
        Assert.Equal((false, "p1"), (CallOf(asking).FirstTime, CallOf(asking).PayoutId));
        foreach (var answer in new PayoutAnswer[]
        {
            new PayoutAnswer.Sent("p1"), new PayoutAnswer.Unclear("away"),
        })
        {
            var rests = Rules.Take(asking, Answer(answer));
            Assert.Equal("sent", rests.StatusName);
            Assert.Null(Rules.Next(rests));
            Assert.NotNull(rests.Deadline);
        }
    }

    [Fact]
    public void Finished_WhenTheProviderPaid_TakesTheAmountThenTheFee()
    {
        var finishing = Rules.Accept(Id, Sent(), Action("finished").By("system"));
        var release = Assert.IsType<WalletCommand.Release>(Rules.CommandOf(finishing));
        Assert.Equal(
            (Acting.Btc("1"), "world:nowpayments", "withdrawal"),
            (release.Amount, release.To.Value, release.Context.Type.Value));

        var fee = Rules.Take(finishing, Acting.Done);
        var transfer = Assert.IsType<WalletCommand.Transfer>(Rules.CommandOf(fee));
        Assert.Equal(
            ("proc:wd_1", "platform:fees", Acting.Btc("0.0101"), "withdrawal_fee"),
            (transfer.Hold!.Value.Value, transfer.Postings[0].To.Value,
                transfer.Postings[0].Amount, transfer.Context.Type.Value));
        Assert.Equal("finished", Rules.Take(fee, Acting.Done).StatusName);
    }

    [Fact]
    public void Finished_WhenThereIsNoFee_TakesTheAmountOnly()
    {
        var free = Sent() with { Fee = Acting.Btc("0") };
        var finishing = Rules.Accept(Id, free, Action("finished").By("system"));
        Assert.Equal("finished", Rules.Take(finishing, Acting.Done).StatusName);
    }

    [Fact]
    public void Step_WhenTheWalletIsFrozen_PausesAndTriesUnderAnotherKey()
    {
        foreach (var (state, results) in new (WithdrawalState, StepResult[])[]
        {
            (Rules.Accept(Id, Sent(), Action("finished").By("system")), []),
            (Rules.Accept(Id, Sent(), Action("finished").By("system")), [Acting.Done]),
            (Rules.Accept(Id, Pending(), Action("cancel").By("self")), []),
            (Rules.Accept(Id, Pending(), Action("reject").By("admin")), []),
        })
        {
            var before = Rules.Take(state, results);
            var paused = Rules.Take(before, Acting.Refused(RefusalCode.WalletFrozen)).Reload();
            Assert.Equal(before.StatusName, paused.StatusName);
            Assert.Null(Rules.Next(paused));
            Assert.Equal(Acting.Now + Terms.RetryAfter, paused.Deadline);

            var again = (WithdrawalState)Rules.Elapse(paused, Acting.Now.AddMinutes(1));
            var (first, second) = (Rules.CommandOf(before), Rules.CommandOf(again));
            Assert.Equal(first.GetType(), second.GetType());
            Assert.NotEqual(first.Context.Key, second.Context.Key);
        }
    }

    [Theory]
    [InlineData("cancel", "self", "cancelled")]
    [InlineData("reject", "admin", "rejected")]
    public void Unlock_WhenDone_FreesTheAllowance(string action, string actor, string status)
    {
        var state = Rules.Accept(Id, Pending(), Action(action).By(actor));
        Assert.IsType<WalletCommand.Unlock>(Rules.CommandOf(state));
        var ended = Rules.Take(state, Acting.Done);
        Assert.Equal(status, ended.StatusName);
        Assert.IsType<ProcessStep.Process>(Rules.Next(ended));
    }

    [Fact]
    public void AsOf_WhenTheFirstAnswerIsAskedFor_PassesOverIntentions()
    {
        var finished = Rules.Take(
            Rules.Accept(Id, Sent(), Action("finished").By("system")), Acting.Done, Acting.Done);
        Assert.Equal(
            ["pending", "pending", "pending", "sent", "sent", "finished", "finished"],
            Enumerable.Range(1, 7).Select(n => finished.AsOf(n).StatusName));
    }
}
