using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OrleansWallet.Api.Hosting;

/// <summary>
/// Answers 404, 405 and 415 before anybody is asked for a token: the fallback policy would make
/// a 401 of each.
/// </summary>
internal static class UnknownRoutes
{
    public static Task Answer(HttpContext context, RequestDelegate next)
    {
        // Routing stands in with an endpoint without a route for 405 and 415.
        switch (context.GetEndpoint())
        {
            case null:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            case not RouteEndpoint and { RequestDelegate: { } answer }:
                return answer(context);
            default:
                return next(context);
        }
    }
}
