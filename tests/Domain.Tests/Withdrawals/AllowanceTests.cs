using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Tests.Processes;
using OrleansWallet.Domain.Withdrawals;

namespace OrleansWallet.Domain.Tests.Withdrawals;

public sealed class AllowanceTests
{
    private static readonly ProcessId _id =
        AllowanceState.IdOf(Acting.Wallet, Acting.Btc("1").Currency);

    // 3 within 24 hours, 5 within 30 days.
    private static readonly IProcessRules _rules = new AllowanceRules(WithdrawalHand.Terms);

    [Fact]
    public void Reserve_WhenTimeGoesOn_SlidesBothWindows()
    {
        AllowanceState? state = null;
        foreach (var (hours, amount, expected) in new[]
        {
            (0.0, "2", "open"),
            (1, "1.00000001", "LimitExceeded"),
            (1, "1", "open"),
            (23.9, "0.00000001", "LimitExceeded"),
            (24, "2", "open"),
            (48, "0.00000001", "LimitExceeded"),
            (719.9, "0.00000001", "LimitExceeded"),
            (720, "2", "open"),
            (720, "0.00000001", "LimitExceeded"),
            (721, "1", "open"),
        })
        {
            var at = Acting.Now.AddHours(hours);
            var reserve = Reserve(FormattableString.Invariant($"w{hours}-{amount}"), amount, at);
            var decision = _rules.Decide(_id, state, reserve, at);
            var outcome = decision switch
            {
                ProcessDecision.Refused refused => refused.Refusal.Code.ToString(),
                ProcessDecision.Accepted accepted => accepted.State.StatusName,
                _ => "",
            };
            Assert.Equal((hours, amount, expected), (hours, amount, outcome));
            state = decision is ProcessDecision.Accepted { State: AllowanceState next }
                ? next.Reload()
                : state;
        }
    }

    [Fact]
    public void Reserve_WhenToldAgain_CountsOnce()
    {
        var state = _rules.Accept<AllowanceState>(_id, null, Reserve("a", "2"));
        var again = _rules.Accept(_id, state, Reserve("a", "2"));
        Assert.Equal(Acting.Btc("2"), again.UsedSince(Acting.Now.AddDays(-1)));
    }

    [Fact]
    public void Free_WhenReserved_GivesItBackAndRefusesLateDuplicates()
    {
        var state = _rules.Accept<AllowanceState>(_id, null, Reserve("a", "3"));
        var freed = _rules.Accept(_id, state, Free("a"));
        Assert.Equal(Acting.Btc("0"), freed.UsedSince(Acting.Now.AddDays(-1)));
        Assert.Equal("Stale", _rules.Describe(freed, _id, Reserve("a", "3")));
        Assert.Equal("open", _rules.Describe(freed, _id, Reserve("b", "3")));

        // Long after the freed one was forgotten, a duplicate is too old.
        var later = _rules.Decide(_id, freed, Reserve("a", "3"), Acting.Now.AddHours(2));
        Assert.IsType<ProcessDecision.Refused>(later);
    }

    [Fact]
    public void Free_WhenItComesFirst_StillRefusesTheReservation()
    {
        var state = _rules.Accept<AllowanceState>(_id, null, Reserve("b", "1"));
        var freed = _rules.Accept(_id, state, Free("a"));
        Assert.Equal("Stale", _rules.Describe(freed, _id, Reserve("a", "1")));
    }

    [Fact]
    public void Allowance_WhenSomebodyElseActs_IsNotAllowed()
    {
        foreach (var actor in Acting.Actors.Keys.Where(a => a != "system"))
        {
            Assert.Equal("NotAllowed", _rules.Describe(null, _id, Reserve("a", "1").By(actor)));
            Assert.Equal("NotAllowed", _rules.Describe(null, _id, Free("a").By(actor)));
        }
    }

    [Fact]
    public void Rate_WhenACurrencyHasItsOwn_ReplacesTheDefault()
    {
        var terms = WithdrawalHand.Terms with
        {
            Rates = WithdrawalHand.Terms.Rates.Add("BTC", new WithdrawalRate { Flat = "0.5" }),
        };
        Assert.Equal(Acting.Btc("0.5"), terms.FeeOf(Acting.Btc("7")));
        Assert.Equal(
            "open", new AllowanceRules(terms).Describe(null, _id, Reserve("a", "1000")));
        Assert.Equal(Acting.Btc("0.07010000"), WithdrawalHand.Terms.FeeOf(Acting.Btc("7")));
    }

    private static AllowanceAction Reserve(
        string withdrawal, string amount, DateTimeOffset? at = null) =>
        new AllowanceAction.Reserve(withdrawal, Acting.Btc(amount), at ?? Acting.Now)
        {
            By = Acting.Actors["system"],
            Request = 0,
        };

    private static AllowanceAction Free(string withdrawal) => new AllowanceAction.Free(withdrawal)
    {
        By = Acting.Actors["system"],
        Request = 0,
    };
}
