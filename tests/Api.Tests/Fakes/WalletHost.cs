using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrleansWallet.Api.Balances;
using OrleansWallet.Api.Hosting;
using OrleansWallet.Api.Processes;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Api.TokenWallet;
using OrleansWallet.Api.Wallets;
using OrleansWallet.Contracts;
using OrleansWallet.Contracts.Balances;
using OrleansWallet.Journal.Queries;

namespace OrleansWallet.Api.Tests.Fakes;

/// <summary>The wallet endpoints and the hub on a real Kestrel, above wallets in memory.</summary>
public sealed class WalletHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WalletHost(WebApplication app, FakeGrid grid, FakeUsers users)
    {
        _app = app;
        Grid = grid;
        Users = users;
        Queries = (FakeQueries)app.Services.GetRequiredService<IJournalQueries>();
        Address = new Uri(app.Urls.First());
        Http = new HttpClient { BaseAddress = Address };
    }

    public FakeGrid Grid { get; }

    public FakeUsers Users { get; }

    public FakeQueries Queries { get; }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<WalletHost> Start(Action<WalletApiOptions>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var grid = new FakeGrid();
        var users = new FakeUsers();
        var services = builder.Services;
        services.AddSingleton<IGrains>(grid);
        services.AddSingleton<IJournalQueries>(new FakeQueries(grid));
        services.AddSingleton<IBalanceStream>(grid.Stream);
        services.AddSingleton<IUserDirectory>(users);
        services.AddWalletApi();
        services.AddProcessApi();
        services.Configure(configure ?? (_ => { }));
        services.AddAuthentication("fake")
            .AddScheme<AuthenticationSchemeOptions, FakeSignIn>("fake", null);
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.SignedIn, p => p.RequireAuthenticatedUser())
            .AddPolicy(Policies.Service, p => p.RequireClaim(Caller.RoleClaim, "service"))
            .AddPolicy(Policies.Admin, p => p.RequireClaim(Caller.RoleClaim, "admin"))
            .AddPolicy(
                Policies.ServiceOrAdmin,
                p => p.RequireClaim(Caller.RoleClaim, "service", "admin"));
        var app = builder.Build();
        app.UseStatusProblems();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapWallets();
        app.MapTokenWallet();
        app.MapBalanceHub();
        await app.StartAsync();
        return new WalletHost(app, grid, users);
    }

    /// <summary>A client in the role of a service, an admin or a user.</summary>
    public WalletClient As(string role, string? userId = null) =>
        new(Http, userId ?? $"the-{role}", role);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
    }
}
