using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Tests.Processes;
using OrleansWallet.Domain.TopUps;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Tests.TopUps;

public sealed class TopUpTests
{
    private static readonly ProcessId _id = new(ProcessKind.TopUp, "topup_1");
    private static readonly IProcessRules _rules = new TopUpRules();

    [Fact]
    public void EveryState_WhenEveryActorActs_FollowsTheTable()
    {
        foreach (var status in Enum.GetValues<TopUpStatus>().Prepend(default))
        {
            foreach (var actor in Acting.Actors.Keys)
            {
                var state = status == default ? null : State() with { Status = status };
                var create = (actor, status) switch
                {
                    (_, not 0) => "Exists",
                    ("self", _) => "pending",
                    _ => "NotAllowed",
                };
                var mayProcess = actor == "admin";
                var wrong = mayProcess ? "WrongState" : "NotAllowed";
                var (success, failed) = status switch
                {
                    0 => ("NotFound", "NotFound"),
                    TopUpStatus.Pending when mayProcess => ("crediting", "failed"),
                    _ => (wrong, wrong),
                };
                Assert.Equal(
                    (status, actor, create, success, failed),
                    (status, actor, _rules.Describe(state, _id, Create().By(actor)),
                        _rules.Describe(state, _id, Process(true).By(actor)),
                        _rules.Describe(state, _id, Process(false).By(actor))));
            }
        }
    }

    [Fact]
    public void Crediting_WhenTheWalletTakesIt_IsASuccess()
    {
        var state = _rules.Accept(_id, State(), Process(true).By("admin"));
        var credit = Assert.IsType<WalletCommand.Credit>(_rules.CommandOf(state.Reload()));
        Assert.Equal(
            ("topup", "world:cash", Acting.Btc("1.5"), "proc:TopUp:topup_1/credit"),
            (credit.Context.Type.Value, credit.From.Value, credit.Amount, credit.Context.Key.Text));

        var done = _rules.Take(state, Acting.Done);
        Assert.Equal("success", done.StatusName);
        Assert.Null(_rules.Next(done));
    }

    [Fact]
    public void Crediting_WhenTheWalletIsClosed_Fails()
    {
        var state = _rules.Accept(_id, State(), Process(true).By("admin"));
        var failed = _rules.Take(state, Acting.Refused(RefusalCode.WalletClosed)).Reload();

        Assert.Equal("failed", failed.StatusName);
        Assert.Equal(RefusalCode.WalletClosed, failed.Refusal!.Wallet!.Code);
        Assert.Equal("pending", failed.AsOf(1).StatusName);
    }

    [Fact]
    public void Create_WhenTheAmountIsZero_IsRefused() => Assert.Equal(
        "OutsideTerms",
        _rules.Describe(
            null, _id,
            new TopUpAction.Create(Acting.Wallet, Acting.Btc("0"), null)
            {
                By = Acting.Actors["self"],
                Request = 1,
            }));

    private static TopUpState State() => _rules.Accept<TopUpState>(_id, null, Create().By("self"));

    private static TopUpAction.Create Create() =>
        new(Acting.Wallet, Acting.Btc("1.5"), "cash") { By = Actor.Grid, Request = 0 };

    private static TopUpAction.Process Process(bool success) =>
        new(success, "seen") { By = Actor.Grid, Request = 0 };
}
