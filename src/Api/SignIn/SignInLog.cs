using Microsoft.Extensions.Logging;

namespace OrleansWallet.Api.SignIn;

/// <summary>Events 3000–3099. Addresses, passwords and tokens never go in here.</summary>
internal static partial class SignInLog
{
    [LoggerMessage(3000, LogLevel.Information, "User {UserId} added with role {Role}")]
    public static partial void UserAdded(ILogger logger, string userId, string role);

    [LoggerMessage(3001, LogLevel.Information, "All tokens of user {UserId} revoked")]
    public static partial void TokensRevoked(ILogger logger, string userId);

    [LoggerMessage(3002, LogLevel.Information, "Password of user {UserId} changed")]
    public static partial void PasswordChanged(ILogger logger, string userId);

    [LoggerMessage(3003, LogLevel.Warning, "Sign-in of user {UserId} locked: wrong passwords")]
    public static partial void AccountLocked(ILogger logger, string userId);
}
