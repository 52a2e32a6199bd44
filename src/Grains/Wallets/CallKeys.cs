using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Journal;

namespace OrleansWallet.Grains.Wallets;

/// <summary>
/// The keys of a wallet's calls: of those under way, of answers given lately, and of those that a
/// commit met in the journal.
/// </summary>
internal sealed class CallKeys(WalletId wallet, int recentMax)
{
    private readonly RecentAnswers _recent = new(recentMax);
    // Made when it is needed: a wallet in memory mostly idles.
    private Dictionary<UInt128, PendingCall>? _underWay;

    // Learned from a set-aside commit, until the calls concerned are decided again.
    private Dictionary<UInt128, KeyRecord>? _met;

    /// <summary>A decided call with a key of this one, whose commit decides for both.</summary>
    public PendingCall? FindLeader(PendingCall call)
    {
        if (_underWay is null)
        {
            return null;
        }

        foreach (var item in call.Items)
        {
            if (_underWay.TryGetValue(item.Key, out var leader)
                || (item.HasOnceKey && _underWay.TryGetValue(item.OnceKey, out leader)))
            {
                return leader;
            }
        }

        return null;
    }

    /// <summary>What a call with this key was answered before.</summary>
    public WalletAnswer? FindAnswer(UInt128 key, UInt128 fingerprint)
    {
        if (_recent.TryGet(key, out var recentFingerprint, out var recent))
        {
            return Replay.Of(recent, recentFingerprint == fingerprint);
        }

        return _met is not null && _met.TryGetValue(key, out var record)
            ? Replay.Of(record, wallet, fingerprint)
            : null;
    }

    /// <summary>A call was decided and waits for its commit.</summary>
    public void Begin(PendingCall call)
    {
        _underWay ??= [];
        foreach (var item in call.Items)
        {
            _underWay[item.Key] = call;
            if (item.HasOnceKey)
            {
                _underWay[item.OnceKey] = call;
            }
        }
    }

    /// <summary>A call is committed.</summary>
    public void End(PendingCall call)
    {
        foreach (var item in call.Items)
        {
            _underWay?.Remove(item.Key);
            if (item.HasOnceKey)
            {
                _underWay?.Remove(item.OnceKey);
            }

            Remember(item);
        }
    }

    /// <summary>Nothing of what was under way took effect.</summary>
    public void EndAll() => _underWay = null;

    /// <summary>Keys of calls under way that the journal knew.</summary>
    public void Meet(IReadOnlyDictionary<UInt128, KeyRecord> known)
    {
        _met ??= [];
        foreach (var (key, record) in known)
        {
            _met[key] = record;
        }
    }

    public void ForgetMet() => _met = null;

    public void ForgetRecent() => _recent.Clear();

    private void Remember(PendingItem item)
    {
        if (item.Answer is WalletAnswer.Done { Replayed: false }
            || (item.Answer is WalletAnswer.Refused { Replayed: false } refused
                && CallDecider.IsRecorded(item, refused.Refusal))
            || (item.HasOnceKey && item.Answer is WalletAnswer.Done))
        {
            _recent.Add(item.Key, item.Fingerprint, item.Answer);
            if (item.HasOnceKey && item.Answer is WalletAnswer.Done)
            {
                _recent.Add(item.OnceKey, item.Fingerprint, item.Answer);
            }
        }
    }
}
