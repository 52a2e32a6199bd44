using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OrleansWallet.Api.Hosting;
using OrleansWallet.Api.Problems;

namespace OrleansWallet.Api.SignIn;

/// <summary><c>/auth</c>: register, sign in, renew and revoke tokens, change the password.</summary>
public static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        var auth = routes.MapGroup("/auth").WithTags("Sign-in")
            .AddEndpointFilter(NeverStore);
        auth.MapPost("/register", Register).AllowAnonymous().LimitByAddress()
            .WithSummary("Registers a user, whose id is also the wallet's")
            .Produces<RegisterAnswer>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict);
        auth.MapPost("/login", Login).AllowAnonymous().LimitByAddress()
            .WithSummary("Signs in")
            .Produces<TokenAnswer>()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        auth.MapPost("/refresh", Refresh).AllowAnonymous().LimitByAddress()
            .WithSummary("Gives new tokens for a refresh token")
            .Produces<TokenAnswer>()
            .ProducesProblem(StatusCodes.Status401Unauthorized);
        auth.MapPost("/logout", Logout).RequireAuthorization(Policies.SignedIn)
            .WithSummary("Revokes all tokens of the caller")
            .Produces(StatusCodes.Status204NoContent);
        auth.MapPost("/password", ChangePassword).RequireAuthorization(Policies.SignedIn)
            .LimitByAddress()
            .WithSummary("Changes the caller's password and revokes all tokens")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
    }

    private static async Task<IResult> Register(
        LoginRequest request, Accounts accounts, CancellationToken cancellationToken)
    {
        var errors = SignInRules.Check(
            (EmailAddress.TryParse(request.Email, out var email), "email",
                SignInRules.EmailMessage),
            (Passwords.IsValid(request.Password), "password", SignInRules.PasswordMessage));
        if (errors.Count > 0)
        {
            return Problem.Validation(errors);
        }

        var userId = Accounts.NewUserId();
        var result = await accounts.Add(
            userId, email, request.Password!, Caller.UserRole, cancellationToken);
        return result == AddUserResult.Added
            ? TypedResults.Json(
                new RegisterAnswer(userId), statusCode: StatusCodes.Status201Created)
            : SignInProblems.EmailTaken();
    }

    private static async Task<IResult> Login(
        LoginRequest request, Accounts accounts, Tokens tokens, HttpContext context,
        CancellationToken cancellationToken)
    {
        var errors = SignInRules.Check(
            (!string.IsNullOrWhiteSpace(request.Email), "email", SignInRules.RequiredMessage),
            (!string.IsNullOrEmpty(request.Password), "password", SignInRules.RequiredMessage));
        if (errors.Count > 0)
        {
            return Problem.Validation(errors);
        }

        // What can't have been registered is a wrong guess and not worth hashing.
        if (!EmailAddress.TryParse(request.Email, out var email)
            || request.Password!.Length > Passwords.LengthMax)
        {
            return SignInProblems.InvalidCredentials();
        }

        var result = await accounts.Login(email, request.Password, cancellationToken);
        return result is LoginResult.SignedIn signedIn
            ? TypedResults.Ok(tokens.Issue(signedIn.User))
            : ProblemOf(result, context);
    }

    private static async Task<IResult> Refresh(
        RefreshRequest request, Accounts accounts, Tokens tokens,
        CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(request.RefreshToken))
        {
            return Problem.Validation(SignInRules.Check(
                (false, "refresh_token", SignInRules.RequiredMessage)));
        }

        return tokens.ReadRefreshToken(request.RefreshToken) is { } session
            && await accounts.Refresh(session, cancellationToken) is { } user
                ? TypedResults.Ok(tokens.Issue(user))
                : SignInProblems.InvalidRefreshToken();
    }

    private static async Task<IResult> Logout(
        Accounts accounts, HttpContext context, CancellationToken cancellationToken)
    {
        await accounts.Logout(context.User.UserId(), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> ChangePassword(
        PasswordRequest request, Accounts accounts, HttpContext context,
        CancellationToken cancellationToken)
    {
        var errors = SignInRules.Check(
            (!string.IsNullOrEmpty(request.CurrentPassword), "current_password",
                SignInRules.RequiredMessage),
            (Passwords.IsValid(request.NewPassword), "new_password",
                SignInRules.PasswordMessage));
        if (errors.Count > 0)
        {
            return Problem.Validation(errors);
        }

        if (request.CurrentPassword!.Length > Passwords.LengthMax)
        {
            return SignInProblems.InvalidCredentials();
        }

        var result = await accounts.ChangePassword(
            context.User.UserId(), request.CurrentPassword, request.NewPassword!,
            cancellationToken);
        return result is LoginResult.SignedIn
            ? TypedResults.NoContent()
            : ProblemOf(result, context);
    }

    private static IResult ProblemOf(LoginResult result, HttpContext context) =>
        result is LoginResult.Locked locked
            ? SignInProblems.Locked(context, locked.Wait)
            : SignInProblems.InvalidCredentials();

    private static ValueTask<object?> NeverStore(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(context);
    }
}
