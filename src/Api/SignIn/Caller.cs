using System.Security.Claims;

namespace OrleansWallet.Api.SignIn;

/// <summary>The signed-in caller, read from the token's claims.</summary>
public static class Caller
{
    /// <summary>Claim that holds the user id.</summary>
    public const string UserIdClaim = "sub";

    public const string RoleClaim = "role";
    public const string UserRole = "user";
    public const string AdminRole = "admin";
    public const string ServiceRole = "service";

    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public static string UserId(this ClaimsPrincipal principal) =>
        principal.FindFirst(UserIdClaim)?.Value
        ?? throw new InvalidOperationException("nobody is signed in");

    public static bool IsAdmin(this ClaimsPrincipal principal) =>
        principal.HasClaim(RoleClaim, AdminRole);

    public static bool IsService(this ClaimsPrincipal principal) =>
        principal.HasClaim(RoleClaim, ServiceRole);

    /// <summary>Own data, or anybody's for services and admins.</summary>
    public static bool MayRead(this ClaimsPrincipal principal, string userId) =>
        principal.UserId() == userId || principal.IsAdmin() || principal.IsService();
}
