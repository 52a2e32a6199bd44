using System.Runtime.CompilerServices;
using Microsoft.Extensions.Primitives;
using Orleans.Dashboard;
using OrleansWallet.Api.SignIn;

[assembly: InternalsVisibleTo("OrleansWallet.Engines.Orleans.Tests")]

namespace OrleansWallet.Server.Cluster;

/// <summary>
/// <c>/orleans</c>: the cluster's dashboard, for admins. A browser can't set headers when it opens
/// a page, so the page takes the token from its URL once and leaves it in a cookie.
/// </summary>
internal static class ClusterDashboard
{
    private const string Path = "/orleans";
    private const string Page = Path + "/";
    private const string TokenName = "access_token";

    // That of every answer, but for the styles that its script adds and the pictures within those.
    private const string ContentSecurityPolicy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Adds it where there is a cluster. Call it before tokens are read.</summary>
    public static void Map(WebApplication app)
    {
        if (app.Services.GetService<IGrainFactory>() is null)
        {
            return;
        }

        app.Use(ReadToken);
        app.MapOrleansDashboard(Path)
            .RequireAuthorization(Policies.Admin)
            .ExcludeFromDescription()
            .AddEndpointFilter(KeepToken);
    }

    private static Task ReadToken(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (request.Path.StartsWithSegments(Path, StringComparison.Ordinal)
            && StringValues.IsNullOrEmpty(request.Headers.Authorization)
            && (QueryToken(request) ?? request.Cookies[TokenName]) is { } token)
        {
            request.Headers.Authorization = HeaderOf(token);
        }

        return next(context);
    }

    private static ValueTask<object?> KeepToken(
        EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var (request, response) = (invocation.HttpContext.Request, invocation.HttpContext.Response);
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        if (QueryToken(request) is not { } token)
        {
            return next(invocation);
        }

        // By now it is known to be an admin's, unless a header came with it.
        if (request.Headers.Authorization == HeaderOf(token))
        {
            response.Cookies.Append(TokenName, token, new CookieOptions
            {
                Path = Path,
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = request.IsHttps,
            });
        }

        response.Headers.CacheControl = "no-store";
        return ValueTask.FromResult<object?>(TypedResults.Redirect(Page));
    }

    private static string? QueryToken(HttpRequest request) =>
        request.Path.Value is Path or Page
        && request.Query[TokenName] is [{ Length: > 0 } token]
            ? token
            : null;

    private static string HeaderOf(string token) => $"Bearer {token}";
}
