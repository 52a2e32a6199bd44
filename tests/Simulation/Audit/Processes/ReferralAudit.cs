using OrleansWallet.Domain.Referrals;

namespace OrleansWallet.Simulation.Audit.Processes;

/// <summary>A user is referred once, by somebody else, and not by one whom he referred.</summary>
internal sealed class ReferralAudit() : KindAudit("referrals")
{
    private readonly SortedDictionary<string, string> _statuses = new(StringComparer.Ordinal);

    // By whom each user was referred, for good.
    private readonly Dictionary<string, string> _referrers = new(StringComparer.Ordinal);

    /// <summary>Null for nobody.</summary>
    public string? ReferrerOf(string user) => _referrers.GetValueOrDefault(user);

    public override void Committed(ProcessChange change)
    {
        var state = (ReferralState)change.State;
        var user = change.Id;
        var referrer = state.Referrer.Value;
        var fits = (change.Before, change.Status, change.Cause) switch
        {
            ("" or "refused", "attributing", ReferralAction.Attribute ask) =>
                change.IsByUser(user) && ask.User.Value == user && ask.Referrer.Value == referrer,
            ("attributing", "attributed" or "refused", null) =>
                ((ReferralState)change.Was!).Referrer.Value == referrer,
            _ => false,
        };
        if (!fits || state.User.Value != user)
        {
            throw Breach(
                user,
                $"{change.Status} to {referrer} follows {change.Before} by {change.Cause?.By}: "
                + $"{change.Cause}");
        }

        if (referrer == user)
        {
            throw Breach(user, "nobody refers himself");
        }

        _statuses[user] = change.Status;
        if (change.Status == "attributed")
        {
            Attribute(user, referrer);
        }
    }

    public override void CheckQuiet()
    {
        foreach (var (user, status) in _statuses)
        {
            if (status == "attributing")
            {
                throw Breach(user, "it is still not known by whom");
            }
        }
    }

    private void Attribute(string user, string referrer)
    {
        if (!_referrers.TryAdd(user, referrer))
        {
            throw Breach(user, $"referred by {_referrers[user]}, and then by {referrer}");
        }

        if (ReferrerOf(referrer) == user)
        {
            throw Breach(user, $"he and {referrer} referred each other");
        }
    }
}
