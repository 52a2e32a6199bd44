using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace OrleansWallet.Api.SignIn;

/// <summary>Finds the token of a request and has it checked.</summary>
internal static class BearerTokenReader
{
    private const string HeaderPrefix = "Bearer ";
    private const string QueryName = "access_token";
    private static readonly PathString _hubPath = "/balance";

    public static async Task Read(MessageReceivedContext context)
    {
        if (FindToken(context.Request) is not { } token)
        {
            return;
        }

        var session = await context.HttpContext.RequestServices.GetRequiredService<Tokens>()
            .Authenticate(token, context.HttpContext.RequestAborted);
        if (session is null)
        {
            context.Fail("The token is not valid");
            return;
        }

        context.Principal = session.Principal;
        context.Properties = session.Properties;
        context.Success();
    }

    private static string? FindToken(HttpRequest request)
    {
        var header = request.Headers[HeaderNames.Authorization].ToString();
        if (header.StartsWith(HeaderPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return header[HeaderPrefix.Length..];
        }

        // Browsers can't set headers on WebSockets. Elsewhere a token in a URL would end up in
        // logs and histories.
        return request.Path.StartsWithSegments(_hubPath, StringComparison.Ordinal)
            && request.Query.TryGetValue(QueryName, out var values)
            && values is [{ Length: > 0 } token]
                ? token
                : null;
    }
}
