using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Referrals;
using OrleansWallet.Simulation.Core;

namespace OrleansWallet.Simulation.Workload;

/// <summary>
/// Makes users claim their codes and tell by whose they came: also by their own, by another one
/// later, and by that of somebody who tells at the same time that he came by theirs.
/// </summary>
internal sealed class ReferralMaker(SimRandom random, Requests requests) : IActionMaker
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<string> _owners = [];
    private MadeAction? _next;

    public MadeAction Next()
    {
        if (_next is { } next)
        {
            _next = null;
            return next;
        }

        return _owners.Count == 0 || random.Below(4) == 0 ? Claim() : Attribute();
    }

    /// <summary>Nobody can name a code before it is claimed.</summary>
    public void IsClaimed(WalletId owner)
    {
        if (_known.Add(owner.Value))
        {
            _owners.Add(owner.Value);
        }
    }

    private MadeAction Claim()
    {
        var user = User();
        var owner = random.Below(15) == 0 ? User() : user;
        return new MadeAction(
            ReferralNames.Claim(ReferralNames.CodeOf(new WalletId(user), 0)),
            new ReferralCodeAction.Claim(new WalletId(owner))
            {
                By = Requests.User(random.Below(15) == 0 ? "w-stranger" : owner),
                Request = requests.Next(),
            });
    }

    private MadeAction Attribute()
    {
        var (user, referrer) = (User(), random.Pick(_owners));
        _next = random.Below(3) switch
        {
            0 => Attribute(referrer, user),
            1 => Attribute(user, random.Pick(_owners)),
            _ => null,
        };
        return Attribute(user, referrer);
    }

    private MadeAction Attribute(string user, string referrer)
    {
        var owner = new WalletId(referrer);
        return new MadeAction(
            ReferralNames.Referral(new WalletId(user)),
            new ReferralAction.Attribute(
                new WalletId(user), owner, ReferralNames.CodeOf(owner, 0))
            {
                By = Requests.User(random.Below(20) == 0 ? "w-stranger" : user),
                Request = requests.Next(),
            });
    }

    // Those who pay most of the fees first.
    private string User() => $"w{random.Below(random.Below(2) == 0 ? 2 : 12)}";
}
