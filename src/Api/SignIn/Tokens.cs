using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.Options;

namespace OrleansWallet.Api.SignIn;

/// <summary>Gives and checks the framework's bearer tokens. Thread-safe.</summary>
/// <remarks>
/// A token is decrypted once and remembered; what every request pays for are two lookups in
/// memory: the token's, and that of its user's stamp.
/// </remarks>
public sealed class Tokens(
    IOptionsMonitor<BearerTokenOptions> bearer, IOptions<SignInOptions> options,
    KnownUsers users, TimeProvider clock)
{
    private const string StampClaim = "stamp";
    private const int TokenLengthMax = 4_096;
    private const int SessionsMax = 50_000;

    private readonly ConcurrentDictionary<string, Session> _sessions = new();

    private BearerTokenOptions Bearer => bearer.Get(BearerTokenDefaults.AuthenticationScheme);

    public TokenAnswer Issue(Credentials user)
    {
        var lifetime = TimeSpan.FromMinutes(options.Value.AccessTokenMinutes);
        var refreshLifetime = TimeSpan.FromDays(options.Value.RefreshTokenDays);
        return new TokenAnswer
        {
            AccessToken = Bearer.BearerTokenProtector.Protect(Ticket(user, lifetime)),
            ExpiresIn = (int)lifetime.TotalSeconds,
            RefreshToken = Bearer.RefreshTokenProtector.Protect(Ticket(user, refreshLifetime)),
            UserId = user.UserId,
            Roles = user.Roles,
        };
    }

    /// <summary>The session of an access token; null when it is no token, expired or revoked.</summary>
    /// <exception cref="Npgsql.NpgsqlException">The database is away.</exception>
    public async ValueTask<Session?> Authenticate(
        string token, CancellationToken cancellationToken)
    {
        if (!_sessions.TryGetValue(token, out var session))
        {
            session = Read(Bearer.BearerTokenProtector, token);
            if (session is null)
            {
                return null;
            }

            Remember(token, session);
        }

        if (clock.GetUtcNow() >= session.ExpiresAt)
        {
            _sessions.TryRemove(token, out _);
            return null;
        }

        return await users.Find(session.UserId, cancellationToken) is { } user
            && user.Stamp == session.Stamp
                ? session
                : null;
    }

    /// <summary>The session of a refresh token that has not expired. Its stamp is not checked.
    /// </summary>
    public Session? ReadRefreshToken(string token) =>
        Read(Bearer.RefreshTokenProtector, token) is { } session
        && clock.GetUtcNow() < session.ExpiresAt
            ? session
            : null;

    /// <summary>False once the principal's tokens were revoked. For long-lived connections.</summary>
    /// <exception cref="Npgsql.NpgsqlException">The database is away.</exception>
    public async ValueTask<bool> IsCurrent(
        ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        await users.Find(principal.UserId(), cancellationToken) is { } user
        && user.Stamp == StampOf(principal);

    internal static Guid StampOf(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirst(StampClaim)?.Value, out var stamp) ? stamp : default;

    private static Session? Read(ISecureDataFormat<AuthenticationTicket> protector, string token) =>
        token.Length <= TokenLengthMax
        && protector.Unprotect(token) is { Properties.ExpiresUtc: not null } ticket
            ? new Session(ticket.Principal, ticket.Properties)
            : null;

    private AuthenticationTicket Ticket(Credentials user, TimeSpan lifetime)
    {
        Claim[] claims =
        [
            new(Caller.UserIdClaim, user.UserId),
            new(StampClaim, user.Stamp.ToString("N")),
            .. user.Roles.Select(role => new Claim(Caller.RoleClaim, role)),
        ];
        var identity = new ClaimsIdentity(
            claims, BearerTokenDefaults.AuthenticationScheme, Caller.UserIdClaim,
            Caller.RoleClaim);
        var properties = new AuthenticationProperties
        {
            ExpiresUtc = clock.GetUtcNow() + lifetime,
        };
        return new AuthenticationTicket(
            new ClaimsPrincipal(identity), properties, BearerTokenDefaults.AuthenticationScheme);
    }

    private void Remember(string token, Session session)
    {
        if (_sessions.Count >= SessionsMax)
        {
            _sessions.Clear();
        }

        _sessions.TryAdd(token, session);
    }
}
