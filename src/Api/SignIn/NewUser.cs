namespace OrleansWallet.Api.SignIn;

/// <summary>A user to add. Not a record: it is never printed.</summary>
public sealed class NewUser(
    string userId, EmailAddress email, string passwordHash, string role, DateTimeOffset createdAt)
{
    public string UserId { get; } = userId;

    public EmailAddress Email { get; } = email;

    public string PasswordHash { get; } = passwordHash;

    public string Role { get; } = role;

    public DateTimeOffset CreatedAt { get; } = createdAt;
}
