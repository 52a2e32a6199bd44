using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace OrleansWallet.Server;

/// <summary>
/// Sends metrics by OTLP where OpenTelemetry's own variables say; without them nothing is
/// measured.
/// </summary>
internal sealed class Telemetry : IHostedService, IDisposable
{
    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly string[] _meters =
    [
        "OrleansWallet.*", "Npgsql", "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Http.Connections", "Microsoft.AspNetCore.RateLimiting",
        "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.Orleans", "System.Runtime",
    ];

    private MeterProvider? _provider;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable(EndpointVariable)))
        {
            _provider = Sdk.CreateMeterProviderBuilder()
                // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES come last.
                .ConfigureResource(resource => resource
                    .AddService("orleanswallet", serviceInstanceId: Environment.MachineName)
                    .AddEnvironmentVariableDetector())
                .AddMeter(_meters)
                .AddOtlpExporter()
                .Build();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        // What was counted last goes out, too.
        _provider?.ForceFlush(timeoutMilliseconds: 2_000);
        return Task.CompletedTask;
    }

    public void Dispose() => _provider?.Dispose();
}
