namespace OrleansWallet.Domain.Referrals;

/// <summary>Whether a user was referred.</summary>
public enum ReferralStatus
{
    /// <summary>Claims the pair, since of two users only one can have referred the other.</summary>
    Attributing = 1,

    /// <summary>For good.</summary>
    Attributed,

    /// <summary>The other one was referred by this one. Another referrer may be tried.</summary>
    Refused,
}
