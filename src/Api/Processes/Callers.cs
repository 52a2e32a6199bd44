using System.Security.Claims;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Api.Processes;

/// <summary>The signed-in caller as a process sees him.</summary>
internal static class Callers
{
    /// <summary>As himself: what a user does with his own.</summary>
    public static Actor AsUser(this ClaimsPrincipal principal) =>
        new(principal.UserId(), ActorRole.User);

    /// <summary>By the highest role.</summary>
    public static Actor AsActor(this ClaimsPrincipal principal) =>
        new(principal.UserId(), principal switch
        {
            _ when principal.IsAdmin() => ActorRole.Admin,
            _ when principal.IsService() => ActorRole.Service,
            _ => ActorRole.User,
        });
}
