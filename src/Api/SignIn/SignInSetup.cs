using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace OrleansWallet.Api.SignIn;

/// <summary>The services of sign-in. They need an <c>NpgsqlDataSource</c>.</summary>
public static class SignInSetup
{
    // All fronts must name the same application, or they can't read each other's tokens.
    private const string ApplicationName = "OrleansWallet";

    public static IServiceCollection AddSignIn(
        this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAccounts(configuration);
        services.AddSingleton<Tokens>();
        services.AddSingleton<IUserDirectory, UserDirectory>();

        services.AddSingleton<HubSessions>();
        services.AddHostedService(static s => s.GetRequiredService<HubSessions>());
        services.Configure<HubOptions>(static options => options.AddFilter<HubSessions>());

        services.AddDataProtection().SetApplicationName(ApplicationName);
        services.AddSingleton<IXmlRepository, PostgresKeyRepository>();
        services.AddOptions<KeyManagementOptions>().Configure<IXmlRepository>(
            static (options, repository) => options.XmlRepository = repository);

        services.AddAuthentication(BearerTokenDefaults.AuthenticationScheme)
            .AddBearerToken(static options =>
                options.Events.OnMessageReceived = BearerTokenReader.Read);
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.SignedIn, static policy => policy.RequireAuthenticatedUser())
            .AddPolicy(Policies.Service, static policy => policy
                .RequireClaim(Caller.RoleClaim, Caller.ServiceRole))
            .AddPolicy(Policies.Admin, static policy => policy
                .RequireClaim(Caller.RoleClaim, Caller.AdminRole))
            .AddPolicy(Policies.ServiceOrAdmin, static policy => policy
                .RequireClaim(Caller.RoleClaim, Caller.ServiceRole, Caller.AdminRole))
            // An endpoint without a rule is closed.
            .AddFallbackPolicy("fallback", static policy => policy.RequireAuthenticatedUser());
        return services;
    }

    /// <summary>Only what adding users takes, without tokens and HTTP.</summary>
    public static IServiceCollection AddAccounts(
        this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SignInOptions>()
            .Bind(configuration.GetSection(SignInOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<UserStore>();
        services.AddSingleton<SignInFailures>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<KnownUsers>();
        services.AddSingleton<Accounts>();
        return services;
    }
}
