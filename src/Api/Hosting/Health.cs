using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using OrleansWallet.Journal;
using OrleansWallet.Journal.Queries;

namespace OrleansWallet.Api.Hosting;

/// <summary><c>/health</c> (may requests come?) and <c>/alive</c> (does the process answer?).
/// </summary>
public sealed class Health(
    NpgsqlDataSource database, IServiceProvider services, IConfiguration configuration,
    TimeProvider clock, ILogger<Health> logger)
    : IDisposable
{
    /// <summary>Setting that marks a grid to try things on. Default false.</summary>
    public const string StagingSetting = "Grid:Staging";

    private static readonly TimeSpan _freshFor = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _gate = new(1);
    private readonly bool _staging = configuration.GetValue<bool>(StagingSetting);
    private HealthAnswer? _last;
    private long _lastAt;

    public static string Version { get; } =
        typeof(Health).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion ?? "unknown";

    public void Dispose() => _gate.Dispose();

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").AllowAnonymous().DisableRateLimiting()
            .WithTags("Operations");
        group.MapGet("/health", Answer)
            .WithSummary("Ready: the database can be reached")
            .Produces<HealthAnswer>()
            .Produces<HealthAnswer>(StatusCodes.Status503ServiceUnavailable);
        group.MapGet("/alive", static () => TypedResults.Text("alive"))
            .WithSummary("Live: the process answers");
    }

    private static async Task<IResult> Answer(Health health, CancellationToken cancellationToken)
    {
        var answer = await health.Check(cancellationToken);
        return TypedResults.Json(answer, statusCode: answer.Status == "ready"
            ? StatusCodes.Status200OK
            : StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>Asks the database at most once a second, however many ask here.</summary>
    private async Task<HealthAnswer> Check(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_last is null || clock.GetElapsedTime(_lastAt) > _freshFor)
            {
                _last = await Ask();
                _lastAt = clock.GetTimestamp();
            }

            return _last;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<HealthAnswer> Ask()
    {
        using var timeout = new CancellationTokenSource(_patience, clock);
        try
        {
            await using var command = database.CreateCommand("select 1");
            await command.ExecuteScalarAsync(timeout.Token);
            var epoch = services.GetService<IJournalQueries>() is { } journal
                ? await journal.GetEpoch(timeout.Token)
                : null;
            return new HealthAnswer("ready", _staging, Version, epoch);
        }
        catch (Exception e) when (
            e is NpgsqlException or OperationCanceledException or JournalUnavailableException)
        {
            HostingLog.NotReady(logger, e.Message);
            return new HealthAnswer("unavailable", _staging, Version, null);
        }
    }
}
