using OrleansWallet.Domain.Deposits;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Tests.Processes;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Tests.Deposits;

public sealed class DepositTests
{
    private static readonly ProcessId _id = new(ProcessKind.Deposit, "5745459419");
    private static readonly IProcessRules _rules = new DepositRules(new DepositTerms());

    private static readonly DepositStatus[] _all = Enum.GetValues<DepositStatus>();

    [Fact]
    public void Report_WhenInAnyOrder_OnlyMovesForwardAndCreditsOnce()
    {
        foreach (var first in _all)
        {
            foreach (var second in _all)
            {
                foreach (var third in _all)
                {
                    var run = Run(first, second, third, second, first);
                    var highest = new[] { first, second, third }.Max();
                    Assert.Equal(highest, run.State.Status);
                    // Money that was given back before it was told of is not credited.
                    var credited = WasCreditable(first, second, third);
                    Assert.Equal(
                        (first, second, third, credited ? 1 : 0),
                        (first, second, third, run.Credits));
                    Assert.Equal(
                        credited ? DepositCredit.Credited : DepositCredit.None,
                        run.State.Credit);
                }
            }
        }
    }

    [Fact]
    public void Report_WhenCreditable_CreditsWhatWasPaidUnderThePaymentsName()
    {
        var state = Tell(Created(), News(DepositStatus.PartiallyPaid, "0.4"));
        var credit = Assert.IsType<WalletCommand.Credit>(_rules.CommandOf(state.Reload()));
        Assert.Equal(
            (Acting.Btc("0.4"), "deposit_nowpayments", "world:nowpayments", "5745459419"),
            (credit.Amount, credit.Context.Type.Value, credit.From.Value,
                credit.Context.Reference.Value));

        var more = Tell(
            _rules.Take(state, Acting.Done), News(DepositStatus.Finished, "0.6"));
        Assert.Equal(Acting.Btc("0.4"), more.Paid);
        Assert.Equal("paid_after_credit: 0.60000000 BTC", more.Events[^1].Note);
        Assert.Null(_rules.Next(more));
    }

    [Theory]
    [InlineData(false, "confirmed", DepositCredit.None)]
    [InlineData(true, "confirmed", DepositCredit.Crediting)]
    [InlineData(true, "confirming", DepositCredit.None)]
    [InlineData(false, "partially_paid", DepositCredit.Crediting)]
    public void Report_WhenConfirmed_CreditsAsTheTermsSay(
        bool early, string status, DepositCredit credit)
    {
        IProcessRules rules = new DepositRules(new DepositTerms { CreditWhenConfirmed = early });
        var state = rules.Accept(
            _id, Created(), Report(News(DepositNames.Parse(status)!.Value)));
        Assert.Equal(credit, state.Credit);
    }

    public static TheoryData<DepositNews, ParkReason> Doubtful => new()
    {
        { News(DepositStatus.Finished) with { Owner = null }, ParkReason.UnknownPayment },
        {
            News(DepositStatus.Finished) with { Currency = null, Paid = null },
            ParkReason.UnknownCurrency
        },
        { News(DepositStatus.Finished, "0"), ParkReason.UnknownAmount },
        { News(DepositStatus.Finished) with { Paid = null }, ParkReason.UnknownAmount },
    };

    [Theory]
    [MemberData(nameof(Doubtful))]
    public void Report_WhenInDoubt_IsParked(DepositNews news, ParkReason reason)
    {
        var state = Tell(null, news).Reload();
        Assert.Equal(("parked", reason), (state.StatusName, state.Parked));
        Assert.Null(_rules.Next(state));
        Assert.Equal(state.Events.Length, Tell(state, news).Events.Length);
    }

    [Fact]
    public void Report_WhenAnotherCurrencyCame_IsParked()
    {
        var ltc = CurrencyRegistry.Default["LTC"];
        var state = Tell(Created(), News(DepositStatus.Finished) with
        {
            PayCurrency = "ltc",
            Currency = ltc,
            Paid = Amount.Parse("1", ltc),
        });
        Assert.Equal(ParkReason.WrongCurrency, state.Parked);
    }

    [Fact]
    public void Report_WhenItFollowsAnotherPayment_IsItsUsers()
    {
        var state = Tell(null, News(DepositStatus.Finished) with { ParentPaymentId = "1" });
        Assert.Equal(
            (Acting.Wallet, DepositCredit.Crediting), (state.User!.Value, state.Credit));
    }

    [Fact]
    public void Credit_WhenTheWalletRefuses_ParksUntilAnAdminNamesAnother()
    {
        var state = Tell(Created(), News(DepositStatus.Finished));
        var first = _rules.CommandOf(state).Context.Key;
        var parked = _rules.Take(state, Acting.Refused(RefusalCode.WalletClosed));
        Assert.Equal(ParkReason.WalletRefused, parked.Parked);
        Assert.Equal("parked", Tell(parked, News(DepositStatus.Finished)).StatusName);

        var resolved = _rules.Accept(_id, parked, Resolve("bob").By("admin"));
        Assert.NotEqual(first, _rules.CommandOf(resolved).Context.Key);
        Assert.Equal("finished", _rules.Take(resolved, Acting.Done).Reload().StatusName);
    }

    [Fact]
    public void Silence_WhenItLasts_AsksLessAndLessOftenAndForWeeksAtMost()
    {
        var (state, now, waits) = (Created(), Acting.Now, new List<double>());
        while (state.Deadline is { } deadline)
        {
            waits.Add((deadline - now).TotalMinutes);
            now = deadline;
            state = ((DepositState)_rules.Elapse(state.Reload(), now)).Reload();
            Assert.Equal(
                new PaymentCall(_id.Value),
                Assert.IsType<ProcessStep.Outside>(_rules.Next(state)).Call);
            state = (DepositState)_rules.Conclude(state, Answer(null), now);
            Assert.Null(_rules.Next(state));
        }

        Assert.Equal([15, 30, 60], waits[..3]);
        Assert.Equal((DepositRules.AsksMax, "waiting"), (waits.Count, state.StatusName));
        Assert.InRange((now - Acting.Now).TotalDays, 7, 21);

        // Each message begins it anew.
        var heard = Tell(state, News(DepositStatus.Confirming));
        Assert.Equal((0, Acting.Now.AddMinutes(15)), (heard.Asks, heard.Deadline!.Value));
    }

    [Fact]
    public void Answer_WhateverItIs_CountsAsAMessageWould()
    {
        foreach (var known in _all)
        {
            foreach (var told in _all)
            {
                var before = Tell(Created(), News(known));
                if (before.Deadline is null)
                {
                    Assert.False(before.IsUnfinished);
                    continue;
                }

                var asking = (DepositState)_rules.Elapse(before, before.Deadline.Value);
                var after = (DepositState)_rules.Conclude(asking, Answer(News(told)), Acting.Now);
                var heard = Tell(before, News(told));

                Assert.Equal(
                    (known, told, heard.Status, heard.Credit, heard.Paid, heard.StatusName),
                    (known, told, after.Status, after.Credit, after.Paid, after.StatusName));
                Assert.Equal(after.IsUnfinished, after.Deadline is not null);
                // The message itself comes late, and before the wallet's answer or after it.
                var late = Tell(after, News(told));
                Assert.Equal(after.Credit, late.Credit);
                if (after.Credit == DepositCredit.Crediting)
                {
                    Assert.Equal(
                        _rules.CommandOf(after).Context.Key, _rules.CommandOf(late).Context.Key);
                    var credited = _rules.Take(late, Acting.Done);
                    Assert.Null(_rules.Next(Tell(credited, News(told))));
                }
            }
        }
    }

    [Fact]
    public void Message_WhenItOvertakesTheQuestion_EndsIt()
    {
        var asking = (DepositState)_rules.Elapse(Created(), Acting.Now.AddDays(1));
        Assert.Null(_rules.Next(Tell(asking, News(DepositStatus.Failed))));
        Assert.IsType<ProcessStep.Outside>(_rules.Next(asking));
        IProcessRules never = new DepositRules(new DepositTerms { AskAfter = TimeSpan.Zero });
        Assert.Null(never.Accept<DepositState>(_id, null, Create()).Deadline);
    }

    [Fact]
    public void EveryState_WhenEveryActorActs_FollowsTheTable()
    {
        var states = new (string Name, DepositState? State)[]
        {
            ("none", null),
            ("waiting", Created()),
            ("crediting", Tell(Created(), News(DepositStatus.Finished))),
            ("credited", Run(DepositStatus.Finished).State),
            ("parked", Tell(null, News(DepositStatus.Finished) with { Owner = null })),
            ("rejected", _rules.Accept(
                _id, Tell(null, News(DepositStatus.Finished) with { Owner = null }),
                Reject().By("admin"))),
        };
        foreach (var (name, state) in states)
        {
            foreach (var actor in Acting.Actors.Keys)
            {
                var admin = actor is "admin" or "self as admin";
                var due = (admin, name) switch
                {
                    (false, _) => ("NotAllowed", "NotAllowed"),
                    (_, "none") => ("NotFound", "NotFound"),
                    (_, "parked") => (
                        actor == "admin" ? "finished" : "NotAllowed", "rejected"),
                    _ => ("WrongState", "WrongState"),
                };
                Assert.Equal(
                    (name, actor, due.Item1, due.Item2),
                    (name, actor,
                        _rules.Describe(state, _id, Resolve(Acting.User).By(actor)),
                        _rules.Describe(state, _id, Reject().By(actor))));
                if (actor != "system")
                {
                    Assert.Equal(
                        "NotAllowed",
                        _rules.Describe(
                            state, _id, Report(News(DepositStatus.Refunded)).By(actor)));
                }

                if (actor != "self")
                {
                    Assert.Equal("NotAllowed", _rules.Describe(state, _id, Create().By(actor)));
                }
            }
        }
    }

    [Fact]
    public void Resolve_WhenTheSumIsStillUnknown_IsRefused()
    {
        var parked = Tell(null, News(DepositStatus.Finished) with { Currency = null, Paid = null });
        Assert.Equal(
            "WrongState",
            _rules.Describe(parked, _id, new DepositAction.Resolve(new WalletId("bob"), null)
            {
                By = Acting.Actors["admin"],
                Request = 0,
            }));
    }

    [Fact]
    public void Create_WhenTheNewsCameFirst_TellsTheRest()
    {
        var early = Tell(null, News(DepositStatus.Confirming));
        var state = _rules.Accept(_id, early, Create());
        Assert.Equal(("confirming", "bc1q"), (state.StatusName, state.PayAddress));

        var others = Tell(
            null, News(DepositStatus.Confirming) with { Owner = new WalletId("bob") });
        Assert.Equal("Exists", _rules.Describe(others, _id, Create()));
    }

    // Credited as soon as creditable news come that nothing has overtaken.
    private static bool WasCreditable(params DepositStatus[] news)
    {
        var highest = DepositStatus.Waiting;
        foreach (var status in news)
        {
            if (status >= highest
                && status is DepositStatus.PartiallyPaid or DepositStatus.Finished
                && status >= highest)
            {
                return true;
            }

            highest = status > highest ? status : highest;
        }

        return false;
    }

    private static (DepositState State, int Credits) Run(params DepositStatus[] statuses)
    {
        var (state, credits) = (Created(), 0);
        foreach (var status in statuses)
        {
            state = Tell(state, News(status)).Reload();
            while (_rules.Next(state) is not null)
            {
                state = _rules.Take(state, Acting.Done);
                credits++;
            }
        }

        return (state, credits);
    }

    private static DepositState Created() =>
        _rules.Accept<DepositState>(_id, null, Create());

    private static DepositState Tell(DepositState? state, DepositNews news) =>
        _rules.Accept(_id, state, Report(news));

    private static DepositNews News(DepositStatus status, string paid = "0.5") => new(
        status, "btc", paid, Acting.Btc(paid).Currency, Acting.Btc(paid), Acting.Wallet);

    private static StepResult.Answered Answer(DepositNews? news) =>
        new(new PaymentAnswer(news));

    private static DepositAction Create() => new DepositAction.Create(
        Acting.Wallet, Acting.Btc("1").Currency, "btc", "bc1q", "0.5", Acting.Now.AddDays(7),
        "dep_1")
    {
        By = Acting.Actors["self"],
        Request = 0,
    };

    private static DepositAction Report(DepositNews news) => new DepositAction.Report(news)
    {
        By = Acting.Actors["system"],
        Request = 0,
    };

    private static DepositAction Resolve(string user) =>
        new DepositAction.Resolve(new WalletId(user), Acting.Btc("0.5"))
        {
            By = Actor.Grid,
            Request = 0,
        };

    private static DepositAction Reject() => new DepositAction.Reject("nobody's")
    {
        By = Actor.Grid,
        Request = 0,
    };
}
