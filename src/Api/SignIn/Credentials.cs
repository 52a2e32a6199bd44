namespace OrleansWallet.Api.SignIn;

/// <summary>What signing in needs to know of a user. Not a record: it is never printed.</summary>
public sealed class Credentials(
    string userId, string passwordHash, IReadOnlyList<string> roles, Guid stamp)
{
    public string UserId { get; } = userId;

    public string PasswordHash { get; } = passwordHash;

    public IReadOnlyList<string> Roles { get; } = roles;

    /// <summary>Tokens that carry another stamp are revoked.</summary>
    public Guid Stamp { get; } = stamp;
}
