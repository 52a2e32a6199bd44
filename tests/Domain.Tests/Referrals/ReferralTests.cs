using OrleansWallet.Contracts.Processes;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Referrals;

namespace OrleansWallet.Domain.Tests.Referrals;

public sealed class ReferralTests
{
    private static readonly DateTimeOffset _now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly ProcessJson _json = new(CurrencyRegistry.Default);
    private static readonly IReadOnlyDictionary<ProcessKind, IProcessRules> _rules =
        new PlatformTerms().CreateRules();

    private readonly Dictionary<ProcessId, ProcessState> _states = [];

    [Theory]
    [InlineData("alice", "alice", ActorRole.User, "attributed")]
    [InlineData("alice", "bob", ActorRole.User, "NotAllowed")]
    [InlineData("alice", "alice", ActorRole.Service, "NotAllowed")]
    [InlineData("alice", "alice", ActorRole.Admin, "NotAllowed")]
    [InlineData("bob", "bob", ActorRole.User, "OutsideTerms")]
    [InlineData("platform:fees", "platform:fees", ActorRole.User, "NotAllowed")]
    public void Attribution_ByARole_IsOnlyOnesOwnAndToAnother(
        string user, string by, ActorRole role, string expected) =>
        Assert.Equal(expected, Attribute(user, "bob", new Actor(by, role)));

    [Fact]
    public void Attribution_WhenThereIsOne_StaysForGood()
    {
        Attribute("alice", "bob");

        Assert.Equal("WrongState", Attribute("alice", "carol"));
        Assert.Equal("WrongState", Attribute("alice", "bob"));
        var referral = (ReferralState)_states[ReferralNames.Referral(new WalletId("alice"))];
        Assert.Equal(("bob", _now), (referral.Referrer.Value, referral.Since!.Value));
    }

    [Fact]
    public void Attribution_WhenItWouldCloseACircleOfTwo_IsRefusedAndAnotherMayBeTried()
    {
        Assert.Equal("attributed", Attribute("alice", "bob"));
        Assert.Equal("refused", Attribute("bob", "alice"));
        Assert.Equal("attributed", Attribute("bob", "carol"));
        Assert.Equal("attributed", Attribute("carol", "alice"));
    }

    [Theory]
    [InlineData(ActorRole.User, "alice", "alice", "claimed")]
    [InlineData(ActorRole.User, "bob", "alice", "NotAllowed")]
    [InlineData(ActorRole.Admin, "alice", "alice", "NotAllowed")]
    [InlineData(ActorRole.System, "anything", "alice", "claimed")]
    public void Code_WhenItIsClaimed_IsForItsOwnerOnly(
        ActorRole role, string by, string owner, string expected)
    {
        Assert.Equal(expected, Claim("ABCDEFGH", owner, new Actor(by, role)));
        if (expected == "claimed")
        {
            Assert.Equal("claimed", Claim("ABCDEFGH", owner, new Actor(owner, ActorRole.User)));
            Assert.Equal("Exists", Claim("ABCDEFGH", "carol", new Actor("carol", ActorRole.User)));
        }
    }

    [Fact]
    public void Names_OfUsers_AreCodesAndPairsWithoutAnOrder()
    {
        var (alice, bob) = (new WalletId("alice"), new WalletId("bob"));
        var codes = Enumerable.Range(0, 1_000)
            .Select(i => ReferralNames.CodeOf(new WalletId($"user-{i}"), 0)).ToHashSet();

        Assert.Equal(1_000, codes.Count);
        Assert.All(codes, c => Assert.True(ReferralNames.IsCode(c)));
        Assert.NotEqual(ReferralNames.CodeOf(alice, 0), ReferralNames.CodeOf(alice, 1));
        Assert.Equal(ReferralNames.PairClaim(alice, bob), ReferralNames.PairClaim(bob, alice));
        Assert.False(ReferralNames.IsCode(ReferralNames.PairClaim(alice, bob).Value));
        Assert.False(ReferralNames.IsCode("abcdefgh"));
    }

    private string Attribute(string user, string referrer, Actor? by = null) => Act(
        ReferralNames.Referral(new WalletId(user)),
        new ReferralAction.Attribute(new WalletId(user), new WalletId(referrer), "ABCDEFGH")
        {
            By = by ?? new Actor(user, ActorRole.User), Request = 1,
        });

    private string Claim(string code, string owner, Actor by) => Act(
        ReferralNames.Claim(code),
        new ReferralCodeAction.Claim(new WalletId(owner)) { By = by, Request = 1 });

    // As the grains do it, stored in between.
    private string Act(ProcessId id, ProcessAction action)
    {
        var rules = _rules[id.Kind];
        switch (rules.Decide(id, _states.GetValueOrDefault(id), action, _now))
        {
            case ProcessDecision.Refused refused:
                return $"{refused.Refusal.Code}";
            case ProcessDecision.Accepted accepted:
                var state = accepted.State;
                while (rules.Next(state) is ProcessStep.Process step)
                {
                    var answer = Act(step.Id, step.Action);
                    StepResult result = Enum.TryParse<ProcessRefusalCode>(answer, out var code)
                        ? new StepResult.NotTaken(new ProcessRefusal(code, ""))
                        : new StepResult.Taken(_states[step.Id]);
                    state = rules.Conclude(state, result, _now);
                }

                _states[id] = _json.Read(id.Kind, _json.Write(state));
                return state.StatusName;
            default:
                throw new InvalidOperationException();
        }
    }
}
