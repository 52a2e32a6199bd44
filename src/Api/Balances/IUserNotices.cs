namespace OrleansWallet.Api.Balances;

/// <summary>
/// Tells the user's connections at this front of something. A courtesy: nothing is kept for
/// those who are not connected. Thread-safe.
/// </summary>
public interface IUserNotices
{
    /// <summary>Never waits and never throws.</summary>
    void Publish(string userId, UserNotice notice);
}
