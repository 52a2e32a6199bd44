using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace OrleansWallet.Api.SignIn;

/// <summary>What a token that is whole says. Immutable; shared by the requests that carry it.</summary>
public sealed class Session(ClaimsPrincipal principal, AuthenticationProperties properties)
{
    public ClaimsPrincipal Principal { get; } = principal;

    public AuthenticationProperties Properties { get; } = properties;

    public string UserId { get; } = principal.UserId();

    public Guid Stamp { get; } = Tokens.StampOf(principal);

    public DateTimeOffset ExpiresAt { get; } =
        properties.ExpiresUtc ?? DateTimeOffset.MinValue;
}
