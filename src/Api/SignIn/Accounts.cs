using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Api.SignIn;

/// <summary>Registers users, checks their passwords and revokes their tokens. Thread-safe.</summary>
public sealed class Accounts(
    UserStore store, SignInFailures failures, Passwords passwords, KnownUsers known,
    TimeProvider clock, ILogger<Accounts> logger)
{
    private const string UserIdPrefix = "usr_";
    private const string UserIdLetters = "abcdefghijklmnopqrstuvwxyz234567";
    private const int UserIdRandomLength = 20;

    // Guesses at one account are taken one at a time, so that many at once can't pass the lock.
    private readonly SemaphoreSlim[] _gates =
        [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    /// <summary>A new opaque id: 100 random bits.</summary>
    public static string NewUserId() =>
        UserIdPrefix + RandomNumberGenerator.GetString(UserIdLetters, UserIdRandomLength);

    /// <exception cref="ArgumentException">No id that a user can have.</exception>
    public async ValueTask<AddUserResult> Add(
        string userId, EmailAddress email, string password, string role,
        CancellationToken cancellationToken)
    {
        if (!WalletId.TryParse(userId, out _) || WalletId.IsReserved(userId))
        {
            throw new ArgumentException($"'{userId}' can't be a user's id", nameof(userId));
        }

        var result = await store.Add(
            new NewUser(userId, email, passwords.Hash(password), role, clock.GetUtcNow()),
            cancellationToken);
        if (result == AddUserResult.Added)
        {
            SignInLog.UserAdded(logger, userId, role);
        }

        return result;
    }

    public async ValueTask<LoginResult> Login(
        EmailAddress email, string password, CancellationToken cancellationToken)
    {
        var gate = _gates[email.Digest()[0] % _gates.Length];
        await gate.WaitAsync(cancellationToken);
        try
        {
            return await Check(email, password, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The user of a refresh token; null when the token was revoked.</summary>
    public async ValueTask<Credentials?> Refresh(
        Session session, CancellationToken cancellationToken) =>
        await store.FindCredentials(session.UserId, cancellationToken) is { } user
        && user.Stamp == session.Stamp
            ? user
            : null;

    /// <summary>Revokes all tokens of a user.</summary>
    public async ValueTask Logout(string userId, CancellationToken cancellationToken)
    {
        if (await store.ChangeStamp(userId, cancellationToken) is { } user)
        {
            known.Remember(user);
            SignInLog.TokensRevoked(logger, userId);
        }
    }

    /// <summary>Replaces the password after a check of the current one; revokes all tokens.</summary>
    public async ValueTask<LoginResult> ChangePassword(
        string userId, string currentPassword, string newPassword,
        CancellationToken cancellationToken)
    {
        if (await store.FindEmail(userId, cancellationToken) is not { } email)
        {
            return LoginResult.Wrong.Instance;
        }

        var result = await Login(email, currentPassword, cancellationToken);
        if (result is not LoginResult.SignedIn { User: var user })
        {
            return result;
        }

        var changed = await store.ChangePassword(
            userId, user.PasswordHash, passwords.Hash(newPassword), cancellationToken);
        if (changed is null)
        {
            return LoginResult.Wrong.Instance;
        }

        known.Remember(changed);
        SignInLog.PasswordChanged(logger, userId);
        return result;
    }

    private async ValueTask<LoginResult> Check(
        EmailAddress email, string password, CancellationToken cancellationToken)
    {
        var wait = await failures.FindLock(email, cancellationToken);
        if (wait > TimeSpan.Zero)
        {
            return new LoginResult.Locked(wait);
        }

        var user = await store.FindCredentials(email, cancellationToken);
        if (!passwords.Verify(user?.PasswordHash, password, out var newHash))
        {
            if (await failures.Record(email, cancellationToken))
            {
                SignInLog.AccountLocked(logger, user?.UserId ?? "(unknown)");
            }

            return LoginResult.Wrong.Instance;
        }

        await failures.Clear(email, cancellationToken);
        if (newHash is null)
        {
            return new LoginResult.SignedIn(user!);
        }

        await store.Rehash(user!.UserId, user.PasswordHash, newHash, cancellationToken);
        return new LoginResult.SignedIn(
            new Credentials(user.UserId, newHash, user.Roles, user.Stamp));
    }
}
