using OrleansWallet.Domain.TopUps;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Simulation.Audit.Processes;

/// <summary>A top-up is credited once when an admin agreed, who is somebody else; else never.</summary>
internal sealed class TopUpAudit() : KindAudit("top-ups")
{
    private readonly SortedDictionary<string, (TopUpState State, int Credits)> _topUps =
        new(StringComparer.Ordinal);

    public override void Committed(ProcessChange change)
    {
        var state = (TopUpState)change.State;
        var user = state.User.Value;
        var fits = (change.Before, change.Status, change.Cause) switch
        {
            ("", _, TopUpAction.Create asked) =>
                change.IsByUser(user) && state.Amount == asked.Amount && state.User == asked.User,
            ("pending", "crediting", TopUpAction.Process { Success: true }) =>
                change.IsByOtherAdmin(user),
            ("pending", "failed", TopUpAction.Process { Success: false }) =>
                change.IsByOtherAdmin(user),
            ("crediting", _, null) => true,
            _ => false,
        };
        if (!fits)
        {
            throw Breach(
                change.Id,
                $"{change.Status} follows {change.Before} by {change.Cause?.By}: {change.Cause}");
        }

        _topUps[change.Id] = (state, _topUps.GetValueOrDefault(change.Id).Credits);
    }

    public override void Add(string id, ModelWallet wallet, Entry entry)
    {
        if (!_topUps.TryGetValue(id, out var topUp))
        {
            throw Breach(id, "it was credited before it was committed");
        }

        RequireIntended(
            topUp.State.StatusName == "crediting" && entry.Kind == EntryKind.Credited
            && entry.Amount == topUp.State.Amount && wallet.Id == topUp.State.User.Value,
            id, wallet, entry, topUp.State.StatusName);
        if (topUp.Credits > 0)
        {
            throw Breach(id, "it was credited twice");
        }

        _topUps[id] = topUp with { Credits = 1 };
    }

    public override void CheckQuiet()
    {
        foreach (var (id, (state, credits)) in _topUps)
        {
            var status = state.StatusName;
            if (status == "crediting" || credits != (status == "success" ? 1 : 0))
            {
                throw Breach(id, $"{status} with {credits} credits");
            }
        }
    }
}
