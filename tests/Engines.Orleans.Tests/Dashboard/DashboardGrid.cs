using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Engines.Orleans.Hosting;
using OrleansWallet.Server;
using OrleansWallet.Testing;

namespace OrleansWallet.Engines.Orleans.Tests.Dashboard;

/// <summary>The whole server, with a silo by itself, on loopback ports of its own.</summary>
public sealed class DashboardGrid : IAsyncLifetime
{
    private const string Password = "a-good-password";

    private TestDatabase _database = null!;
    private WebApplication _app = null!;
    private HttpClient _http = null!;

    public IServiceProvider Services => _app.Services;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.Create();
        _app = GridHost.Build("http://127.0.0.1:0", demo: false, builder =>
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["ConnectionStrings:Wallet"] = _database.ConnectionString,
                ["SignIn:PasswordIterations"] = "10000",
                ["RateLimit:SignInPerSecond"] = "1000",
                ["RateLimit:SignInBurst"] = "1000",
            });
            // Beside the engine for one process: a real silo needs the cluster's tables.
            builder.AddLoneOrleansSilo(
                new OrleansOptions { SiloPort = FreePort(), GatewayPort = FreePort() });
        });
        await _app.StartAsync();
        _http = new HttpClient(
            new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(_app.Services.GetRequiredService<IServer>()
                .Features.Get<IServerAddressesFeature>()!.Addresses.Single()),
        };
    }

    /// <summary>The access token of a new user.</summary>
    public async Task<string> SignIn(string role)
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        Assert.True(EmailAddress.TryParse(email, out var address));
        await Services.GetRequiredService<Accounts>().Add(
            Accounts.NewUserId(), address, Password, role, CancellationToken.None);
        using var answer = await _http.PostAsJsonAsync(
            "/auth/login", new { email, password = Password });
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return body.GetProperty("access_token").GetString()!;
    }

    public async Task<HttpResponseMessage> Get(
        string path, string? token = null, string? cookie = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (token is not null)
        {
            request.Headers.Authorization = new("Bearer", token);
        }

        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return await _http.SendAsync(request);
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
