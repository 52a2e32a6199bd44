namespace OrleansWallet.Api.SignIn;

/// <summary>The registered users, from memory where they are known.</summary>
public sealed class UserDirectory(UserStore store, KnownUsers known) : IUserDirectory
{
    public async ValueTask<UserProfile?> Find(
        string userId, CancellationToken cancellationToken) =>
        (await known.Find(userId, cancellationToken))?.Profile;

    public async ValueTask Update(
        string userId, string? displayCurrency, string? network, string? data,
        CancellationToken cancellationToken)
    {
        var user = await store.ChangeProfile(
            userId, displayCurrency, network, data, cancellationToken);
        if (user is not null)
        {
            known.Remember(user);
        }
    }
}
