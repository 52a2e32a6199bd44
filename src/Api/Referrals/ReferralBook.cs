using System.Collections.Concurrent;
using OrleansWallet.Contracts;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Referrals;

namespace OrleansWallet.Api.Referrals;

/// <summary>Who was referred by whom. Thread-safe.</summary>
/// <remarks>
/// A referrer is known for good once he is met; that there is none is asked again after a few
/// seconds, so that a commission may be missed only that long after the attribution.
/// </remarks>
public sealed class ReferralBook(IGrains grains, TimeProvider time)
{
    private const int CountMax = 100_000;

    // More than any real user meets: each needs another collision of 40 bits.
    private const int AttemptsMax = 8;
    private static readonly TimeSpan _forgetAfter = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<WalletId, Known> _known = new();

    /// <summary>By whom a user was referred; null for nobody.</summary>
    /// <exception cref="WalletUnavailableException">It can't be read now.</exception>
    public async ValueTask<WalletId?> ReferrerOf(
        WalletId user, CancellationToken cancellationToken = default)
    {
        if (_known.TryGetValue(user, out var known)
            && (known.Referrer is not null || time.GetElapsedTime(known.At) < _forgetAfter))
        {
            return known.Referrer;
        }

        var state = await Find(user, cancellationToken);
        return Remember(user, state);
    }

    /// <summary>The user's referral as it is committed; null when there is none.</summary>
    /// <exception cref="WalletUnavailableException">It can't be read now.</exception>
    public async ValueTask<ReferralState?> Find(
        WalletId user, CancellationToken cancellationToken) =>
        (ReferralState?)await grains.Process(ReferralNames.Referral(user)).Get(cancellationToken);

    /// <summary>Whose a code is; null when it is nobody's.</summary>
    /// <exception cref="WalletUnavailableException">It can't be read now.</exception>
    public async ValueTask<WalletId?> OwnerOf(string code, CancellationToken cancellationToken) =>
        ReferralNames.IsCode(code)
        && await grains.Process(ReferralNames.Claim(code)).Get(cancellationToken)
            is ReferralCodeState claim
            ? claim.Owner
            : null;

    /// <summary>The user's code, and whether he has claimed it.</summary>
    /// <exception cref="WalletUnavailableException">It can't be read now.</exception>
    public async ValueTask<(string Code, bool IsClaimed)> CodeOf(
        WalletId user, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < AttemptsMax; attempt++)
        {
            var code = ReferralNames.CodeOf(user, attempt);
            var owner = await OwnerOf(code, cancellationToken);
            if (owner is null || owner == user)
            {
                return (code, owner is not null);
            }
        }

        throw new InvalidOperationException("all codes of a user belong to others");
    }

    /// <summary>Takes in what became of an attribution, at once.</summary>
    public WalletId? Remember(WalletId user, ReferralState? state)
    {
        if (_known.Count >= CountMax)
        {
            _known.Clear();
        }

        WalletId? referrer = state is { Status: ReferralStatus.Attributed } ? state.Referrer : null;
        _known[user] = new Known(referrer, time.GetTimestamp());
        return referrer;
    }

    private readonly record struct Known(WalletId? Referrer, long At);
}
