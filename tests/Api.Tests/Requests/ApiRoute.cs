using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace OrleansWallet.Api.Tests.Requests;

/// <summary>One endpoint with one of its methods, as the server itself has it.</summary>
/// <param name="Method">An HTTP method; <c>ANY</c> for the hub, which looks at it itself.</param>
/// <param name="Pattern">E.g. <c>/api/wallets/{user_id}/credit</c>.</param>
/// <param name="Metadata">What the endpoint was mapped with.</param>
public sealed record ApiRoute(string Method, string Pattern, EndpointMetadataCollection Metadata)
{
    public const string AnyMethod = "ANY";
    private const string HubPath = "/balance";

    /// <summary>Under this name it is found in the tables of these tests.</summary>
    public string Name => $"{Method} {Pattern}";

    public bool ChangesSomething => !IsHub && !HttpMethods.IsGet(Method) && !HttpMethods.IsHead(Method);

    /// <summary>The framework answers these calls, in its own words.</summary>
    public bool IsHub => Pattern.StartsWith(HubPath, StringComparison.Ordinal);

    /// <summary>False when nothing but the fallback would keep a stranger out.</summary>
    public bool HasRule =>
        Metadata.GetMetadata<IAllowAnonymous>() is not null
        || Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Policy is not null);

    /// <summary>Every route of the server but those that <see cref="TestGrid"/> adds.</summary>
    public static IReadOnlyList<ApiRoute> All(TestGrid grid) =>
    [
        .. grid.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .SelectMany(Read)
            .Where(r => !r.Pattern.StartsWith("/test/", StringComparison.Ordinal)
                && r.Pattern != "/balance/test")
            .OrderBy(r => r.Pattern, StringComparer.Ordinal)
            .ThenBy(r => r.Method, StringComparer.Ordinal),
    ];

    private static IEnumerable<ApiRoute> Read(RouteEndpoint endpoint)
    {
        var pattern = "/" + endpoint.RoutePattern.RawText!.Trim('/');
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods;
        return (methods is { Count: > 0 } ? methods : [AnyMethod])
            .Select(method => new ApiRoute(method, pattern, endpoint.Metadata));
    }
}
