using Npgsql;

namespace OrleansWallet.Server;

/// <summary>The one place that knows which journal and engine the server runs on.</summary>
internal static class Composition
{
    public static IServiceCollection AddGrid(
        this IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration;
        return services;
    }

    public static Task Migrate(
        NpgsqlDataSource database, bool newEpoch, CancellationToken cancellationToken)
    {
        _ = (database, newEpoch, cancellationToken);
        return Task.CompletedTask;
    }

    public static Task<bool> Verify(
        NpgsqlDataSource database, TextWriter output, CancellationToken cancellationToken)
    {
        _ = (database, output, cancellationToken);
        return Task.FromResult(true);
    }
}
