using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OrleansWallet.Api.Hosting;

/// <summary><c>/docs</c>: a page that lists the endpoints of the OpenAPI document.</summary>
internal static class DocsPage
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var docs = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        MapFile(docs, "/docs", "index.html", "text/html; charset=utf-8");
        MapFile(docs, "/docs/explorer.js", "explorer.js", "text/javascript; charset=utf-8");
        MapFile(docs, "/docs/explorer.css", "explorer.css", "text/css; charset=utf-8");
        docs.MapGet("/", static () => TypedResults.Redirect("/docs"));
    }

    private static void MapFile(
        IEndpointRouteBuilder routes, string path, string name, string contentType)
    {
        var bytes = Read(name);
        routes.MapGet(path, () => TypedResults.Bytes(bytes, contentType));
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(DocsPage).Assembly.GetManifestResourceStream($"docs/{name}")
            ?? throw new InvalidOperationException($"docs/{name} is not in the assembly");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
