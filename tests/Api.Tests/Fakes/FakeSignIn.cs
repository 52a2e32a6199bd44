using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrleansWallet.Api.SignIn;

namespace OrleansWallet.Api.Tests.Fakes;

/// <summary>Takes the caller at the word of two headers.</summary>
public sealed class FakeSignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger,
    UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string User = "X-User";
    public const string Role = "X-Role";

    /// <summary>Milliseconds until the token expires.</summary>
    public const string Expires = "X-Expires";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[User].Count == 0)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var identity = new ClaimsIdentity(
            [
                new Claim(Caller.UserIdClaim, Request.Headers[User]!),
                new Claim(Caller.RoleClaim, Request.Headers[Role].FirstOrDefault() ?? "user"),
            ],
            Scheme.Name);
        var properties = new AuthenticationProperties();
        if (Request.Headers[Expires].FirstOrDefault() is { } lifetime)
        {
            properties.ExpiresUtc = DateTimeOffset.UtcNow.AddMilliseconds(
                double.Parse(lifetime, CultureInfo.InvariantCulture));
        }

        return Task.FromResult(AuthenticateResult.Success(
            new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Scheme.Name)));
    }
}
