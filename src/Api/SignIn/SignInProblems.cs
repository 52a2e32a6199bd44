using System.Globalization;
using Microsoft.AspNetCore.Http;
using OrleansWallet.Api.Problems;

namespace OrleansWallet.Api.SignIn;

/// <summary>The problems of sign-in.</summary>
internal static class SignInProblems
{
    public static IResult InvalidCredentials() => Problem.Of(
        StatusCodes.Status401Unauthorized, "invalid_credentials",
        "The e-mail address or the password is wrong");

    public static IResult InvalidRefreshToken() => Problem.Of(
        StatusCodes.Status401Unauthorized, "invalid_refresh_token",
        "The refresh token is not valid any more; sign in again");

    public static IResult EmailTaken() => Problem.Of(
        StatusCodes.Status409Conflict, "email_taken", "This e-mail address is registered");

    public static IResult Locked(HttpContext context, TimeSpan wait)
    {
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Problem.Of(
            StatusCodes.Status429TooManyRequests, "account_locked",
            "Too many wrong passwords; try again later");
    }
}
