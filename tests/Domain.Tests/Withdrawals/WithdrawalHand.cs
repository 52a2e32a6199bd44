using OrleansWallet.Domain.Fees;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Tests.Processes;
using OrleansWallet.Domain.Withdrawals;

namespace OrleansWallet.Domain.Tests.Withdrawals;

/// <summary>Withdrawals in any state.</summary>
internal static class WithdrawalHand
{
    public static readonly ProcessId Id = new(ProcessKind.Withdrawal, "wd_1");

    public static readonly WithdrawalTerms Terms = new()
    {
        Default = new WithdrawalRate
        {
            Flat = "0.0001",
            Share = new BasisPoints(100),
            Min = "0.01",
            Max = "2",
            DayMax = "3",
            MonthMax = "5",
        },
    };

    public static readonly IProcessRules Rules = new WithdrawalRules(Terms);

    public static readonly StepResult Reserved = new StepResult.Taken(
        new AllowanceState
        {
            Id = AllowanceState.IdOf(Acting.Wallet, Acting.Btc("1").Currency),
            CreatedAt = Acting.Now,
            Currency = Acting.Btc("1").Currency,
        });

    public static WithdrawalAction.Create Create(
        string amount = "1", DateTimeOffset? usableFrom = null) =>
        new(Acting.Wallet, Acting.Btc(amount), "BTC", "bc1q", usableFrom)
        {
            By = Acting.Actors["self"],
            Request = 1,
        };

    public static WithdrawalAction Action(string name) => name switch
    {
        "create" => Create(),
        "approve" => new WithdrawalAction.Approve("fine") { By = Actor.Grid, Request = 0 },
        "reject" => new WithdrawalAction.Reject("no") { By = Actor.Grid, Request = 0 },
        "cancel" => new WithdrawalAction.Cancel { By = Actor.Grid, Request = 0 },
        "finished" => Report(PayoutOutcome.Finished),
        "failed" => Report(PayoutOutcome.Failed),
        "processing" => Report(PayoutOutcome.Processing),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    public static WithdrawalAction Report(PayoutOutcome outcome, string payout = "p1") =>
        new WithdrawalAction.Report(payout, outcome, "detail")
        {
            By = Acting.Actors["system"],
            Request = 0,
        };

    public static WithdrawalState Pending() => Rules.Take(
        Rules.Accept<WithdrawalState>(Id, null, Create()), Reserved, Acting.Done);

    public static WithdrawalState Approved() =>
        Rules.Accept(Id, Pending(), Action("approve").By("admin"));

    public static StepResult Answer(PayoutAnswer answer) => new StepResult.Answered(answer);

    public static WithdrawalState Sent() =>
        Rules.Take(Approved(), Answer(new PayoutAnswer.Sent("p1")));

    public static PayoutCall CallOf(WithdrawalState state) => Assert.IsType<PayoutCall>(
        Assert.IsType<ProcessStep.Outside>(Rules.Next(state)).Call);
}
