using OrleansWallet.Contracts.Processes;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.TopUps;
using OrleansWallet.Grains.Processes;
using OrleansWallet.Grains.Tests.Hand;
using OrleansWallet.Testing;

namespace OrleansWallet.Grains.Tests.Processes;

/// <summary>A process that waits stays in memory; one that is over does not, and is read again.
/// </summary>
public sealed class EndedProcessTests
{
    private static readonly ProcessId _id = new(ProcessKind.TopUp, "tu-1");
    private static readonly Actor _user = new("alice", ActorRole.User);
    private static readonly Actor _admin = new("admin", ActorRole.Admin);

    private readonly OneProcess _journal = new();
    private readonly AnyWallet _wallets = new() { Answer = AnyWallet.Done(ReceiptStatus.Completed) };

    [Fact]
    public async Task Act_WhileItWaits_ReadsNothing()
    {
        var grain = Grain();

        await grain.Act(Create());
        var again = await grain.Act(Create());

        Assert.True(Assert.IsType<ProcessAnswer.Done>(again).Replayed);
        Assert.Equal(0, _journal.Loads);
    }

    [Fact]
    public async Task Act_ToldAgainWhenItIsOver_ReadsItsAnswerAndPaysNothing()
    {
        var grain = Grain();
        await grain.Act(Create());

        var first = await grain.Act(Approve());
        var again = await grain.Act(Approve());

        Assert.Equal("success", Assert.IsType<ProcessAnswer.Done>(first).State.StatusName);
        var told = Assert.IsType<ProcessAnswer.Done>(again);
        Assert.True(told.Replayed);
        Assert.Equal("success", told.State.StatusName);
        Assert.Equal(1, _journal.Loads);
        Assert.Equal(1, _wallets.Calls);
    }

    [Fact]
    public async Task Act_ItsBeginToldAgainWhenItIsOver_BeginsNothing()
    {
        var grain = Grain();
        await grain.Act(Create());
        await grain.Act(Approve());

        var again = await grain.Act(Create());

        var told = Assert.IsType<ProcessAnswer.Done>(again);
        Assert.True(told.Replayed);
        Assert.Equal("pending", told.State.StatusName);
        Assert.Equal(1, _wallets.Calls);
    }

    [Fact]
    public async Task Act_WhenItIsOver_IsRefusedAsBefore()
    {
        var grain = Grain();
        await grain.Act(Create());
        await grain.Act(Approve());

        var other = await grain.Act(Approve() with { Request = 3 });

        Assert.IsType<ProcessAnswer.Refused>(other);
        Assert.Equal(1, _wallets.Calls);
    }

    [Fact]
    public async Task Resume_ThatEndsIt_LetsItGo()
    {
        await Grain().Act(Create());
        var done = _wallets.Answer;
        _wallets.Answer = WalletAnswer.NotAccepted.Instance;
        var grain = Grain();
        await grain.Act(Approve());
        _wallets.Answer = done;
        await grain.Resume();
        var loads = _journal.Loads;

        var told = await grain.Act(Approve());

        Assert.Equal("success", Assert.IsType<ProcessAnswer.Done>(told).State.StatusName);
        Assert.Equal(loads + 1, _journal.Loads);
        Assert.Equal(2, _wallets.Calls);
    }

    private static TopUpAction Create() => new TopUpAction.Create(
        new WalletId("alice"), new Amount(100, CurrencyRegistry.Default["USD"]), null)
    {
        By = _user,
        Request = 1,
    };

    private static TopUpAction Approve() =>
        new TopUpAction.Process(true, null) { By = _admin, Request = 2 };

    private ProcessGrain Grain() => _journal.Grain(_id, _wallets, new ManualTime());
}
