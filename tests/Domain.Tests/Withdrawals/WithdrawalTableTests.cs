using OrleansWallet.Domain.Tests.Processes;
using OrleansWallet.Domain.Withdrawals;
using static OrleansWallet.Domain.Tests.Withdrawals.WithdrawalHand;

namespace OrleansWallet.Domain.Tests.Withdrawals;

public sealed class WithdrawalTableTests
{
    // What the one actor that may gets; + is an event that leaves the status. A state that had
    // no payout yet has none to report on.
    private const string Table = """
        state          approve     reject      cancel      finished    failed      processing
        requested      WrongState  WrongState  WrongState  NotFound    NotFound    NotFound
        locking        WrongState  WrongState  WrongState  NotFound    NotFound    NotFound
        pending        paying      rejecting   cancelling  NotFound    NotFound    NotFound
        paying         WrongState  WrongState  WrongState  finishing   review      paying
        sent           WrongState  WrongState  WrongState  finishing   review      sent
        review         paying      rejecting   WrongState  finishing   review+     sent
        review_failed  paying      rejecting   WrongState  finishing   review      review
        finishing      WrongState  WrongState  WrongState  finishing   finishing   finishing
        finished       WrongState  WrongState  WrongState  finished    finished    finished
        rejecting      WrongState  WrongState  WrongState  rejecting+  rejecting   rejecting
        rejected       WrongState  WrongState  WrongState  rejected+   rejected    rejected
        cancelling     WrongState  WrongState  WrongState  NotFound    NotFound    NotFound
        cancelled      WrongState  WrongState  WrongState  NotFound    NotFound    NotFound
        refused        WrongState  WrongState  WrongState  NotFound    NotFound    NotFound
        """;

    private static readonly Dictionary<string, string> _mayAct = new()
    {
        ["approve"] = "admin",
        ["reject"] = "admin",
        ["cancel"] = "self",
        ["finished"] = "system",
        ["failed"] = "system",
        ["processing"] = "system",
    };

    [Fact]
    public void EveryState_WhenEveryActorActs_FollowsTheTable()
    {
        var rows = Table.Split('\n').Select(
            line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        var actions = rows[0][1..];
        Assert.Equal(Enum.GetValues<WithdrawalStatus>().Length + 1, rows.Length - 1);
        foreach (var row in rows[1..])
        {
            var state = State(row[0]);
            foreach (var (action, expected) in actions.Zip(row[1..]))
            {
                foreach (var actor in Acting.Actors.Keys)
                {
                    var outcome = Rules.Describe(state, Id, Action(action).By(actor));
                    var due = _mayAct[action] == actor ? expected : "NotAllowed";
                    Assert.Equal((row[0], action, actor, due), (row[0], action, actor, outcome));
                }
            }

            Assert.Equal("Exists", Rules.Describe(state, Id, Create()));
        }
    }

    [Fact]
    public void NoWithdrawal_WhenSomebodyActs_IsMadeByItsUserOnly()
    {
        foreach (var actor in Acting.Actors.Keys)
        {
            Assert.Equal(
                actor == "self" ? "requested" : "NotAllowed",
                Rules.Describe(null, Id, Action("create").By(actor)));
            foreach (var action in _mayAct.Keys)
            {
                Assert.Equal("NotFound", Rules.Describe(null, Id, Action(action).By(actor)));
            }
        }
    }

    [Theory]
    [InlineData("0", "OutsideTerms")]
    [InlineData("0.009", "OutsideTerms")]
    [InlineData("0.01", "requested")]
    [InlineData("2", "requested")]
    [InlineData("2.000001", "LimitExceeded")]
    [InlineData("0.1234567", "OutsideTerms")]
    public void Create_WhenTheAmountIsAtABound_IsTakenOrRefused(string amount, string outcome) =>
        Assert.Equal(outcome, Rules.Describe(null, Id, Create(amount)));

    [Theory]
    [InlineData(false, null, "requested")]
    [InlineData(true, null, "OutsideTerms")]
    [InlineData(false, 1, "OutsideTerms")]
    [InlineData(true, 1, "OutsideTerms")]
    [InlineData(true, 0, "requested")]
    public void Create_WhenTheAddressIsInABook_WaitsForIt(
        bool required, int? usableInSeconds, string outcome)
    {
        var rules = new WithdrawalRules(Terms with { RequireAddressBook = required });
        var usableFrom = usableInSeconds is { } seconds
            ? Acting.Now.AddSeconds(seconds)
            : (DateTimeOffset?)null;
        Assert.Equal(outcome, rules.Describe(null, Id, Create("1", usableFrom)));
    }

    private static WithdrawalState State(string name)
    {
        var failed = name == "review_failed";
        var status = WithdrawalNames.Parse(failed ? "review" : name);
        // A payout is there from its approval on, and for a rejection after a review.
        var hasPayout = status is WithdrawalStatus.Paying or WithdrawalStatus.Sent
            or WithdrawalStatus.Review or WithdrawalStatus.Finishing or WithdrawalStatus.Finished
            or WithdrawalStatus.Rejecting or WithdrawalStatus.Rejected;
        return (Pending() with
        {
            Status = status,
            PayoutId = hasPayout ? "p1" : null,
            PayoutFailed = failed,
        }).Reload();
    }
}
