using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Server;

namespace OrleansWallet.Api.Tests;

/// <summary>The whole server on a loopback port of its own.</summary>
public sealed class TestGrid : IAsyncDisposable
{
    public const string Password = "a-good-password";

    private readonly WebApplication _app;
    private readonly LogLines _log;

    private TestGrid(WebApplication app, LogLines log, Uri address)
    {
        _app = app;
        _log = log;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = address,
        };
    }

    public HttpClient Http { get; }

    /// <summary>All that the server has logged.</summary>
    public string Log => _log.Text;

    /// <summary>What it has logged as errors.</summary>
    public IReadOnlyCollection<string> Errors => _log.Errors;

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts a server with some endpoints under <c>/test</c> for its rules.</summary>
    public static async Task<TestGrid> Start(
        string connectionString, TimeProvider? clock = null,
        params (string Name, string Value)[] settings)
    {
        var log = new LogLines();
        var url = settings.FirstOrDefault(s => s.Name == "urls").Value ?? "http://127.0.0.1:0";
        var app = GridHost.Build(url, demo: false, builder =>
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["ConnectionStrings:Wallet"] = connectionString,
                ["SignIn:PasswordIterations"] = "10000",
                ["RateLimit:SignInPerSecond"] = "1000",
                ["RateLimit:SignInBurst"] = "1000",
            });
            builder.Configuration.AddInMemoryCollection(settings.Select(
                setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));
            builder.Logging.ClearProviders().AddProvider(log);
            builder.Services.AddSingleton(clock ?? TimeProvider.System);
        });
        MapTestEndpoints(app);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new TestGrid(app, log, new Uri(address));
    }

    /// <summary>Adds a user and signs in.</summary>
    public async Task<SignedIn> SignIn(string role = Caller.UserRole)
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        Assert.True(EmailAddress.TryParse(email, out var address));
        await Services.GetRequiredService<Accounts>()
            .Add(Accounts.NewUserId(), address, Password, role, CancellationToken.None);
        return await Login(email);
    }

    public async Task<SignedIn> Login(string email, string password = Password)
    {
        using var answer = await Post("/auth/login", new { email, password });
        answer.EnsureSuccessStatusCode();
        return await SignedIn.Read(email, answer);
    }

    public Task<HttpResponseMessage> Get(string path, string? token = null) =>
        Send(new HttpRequestMessage(HttpMethod.Get, path), token);

    public Task<HttpResponseMessage> Post(string path, object? body = null, string? token = null) =>
        Send(
            new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = body is null ? null : JsonContent.Create(body),
            },
            token);

    public Task<HttpResponseMessage> PostText(
        string path, string body, string contentType = "application/json") =>
        Http.PostAsync(
            new Uri(path, UriKind.Relative),
            new StringContent(body, new MediaTypeHeaderValue(contentType)));

    public Task<HttpResponseMessage> Send(HttpRequestMessage request, string? token = null)
    {
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return Http.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static void MapTestEndpoints(WebApplication app)
    {
        app.MapGet("/test/closed", static () => "open");
        app.MapGet("/test/service", static () => "open").RequireAuthorization(Policies.Service);
        app.MapGet("/test/admin", static () => "open").RequireAuthorization(Policies.Admin);
        app.MapGet("/test/either", static () => "open")
            .RequireAuthorization(Policies.ServiceOrAdmin);
        app.MapGet("/balance/test", static () => "open");
        app.MapGet("/test/fails", static string () =>
            throw new InvalidOperationException("the secret of the house")).AllowAnonymous();
        app.MapPost("/test/body", static (JsonElement body) => Results.Ok()).AllowAnonymous();
    }
}
