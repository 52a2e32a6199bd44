using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace OrleansWallet.Api.Hosting;

/// <summary>The OpenAPI document: title, and which calls need a token.</summary>
internal static class OpenApiDocuments
{
    public const string Name = "v1";
    private const string SchemeName = "bearer";

    public static IServiceCollection AddOpenApiDocuments(this IServiceCollection services) =>
        services.AddOpenApi(Name, static options =>
        {
            options.AddDocumentTransformer(static (document, _, _) =>
            {
                document.Info.Title = "OrleansWallet";
                document.Info.Version = Health.Version;
                document.Components ??= new OpenApiComponents();
                document.Components.SecuritySchemes ??=
                    new Dictionary<string, IOpenApiSecurityScheme>();
                document.Components.SecuritySchemes[SchemeName] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = "bearer",
                };
                return Task.CompletedTask;
            });
            options.AddOperationTransformer(static (operation, context, _) =>
            {
                if (!context.Description.ActionDescriptor.EndpointMetadata
                    .OfType<IAllowAnonymous>().Any())
                {
                    operation.Security =
                    [
                        new OpenApiSecurityRequirement
                        {
                            [new OpenApiSecuritySchemeReference(SchemeName, context.Document)] = [],
                        },
                    ];
                }

                return Task.CompletedTask;
            });
        });
}
