using Npgsql;
using OrleansWallet.Api.Hosting;
using OrleansWallet.Journal.Postgres;

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

    /// <summary>Brings the schema to this version's, and maybe begins a new generation.</summary>
    /// <exception cref="SettingException">The database is newer, or was changed.</exception>
    public static async Task Migrate(
        NpgsqlDataSource database, bool newEpoch, CancellationToken cancellationToken)
    {
        var migrator = new Migrator(database);
        try
        {
            await migrator.Apply(cancellationToken);
        }
        catch (InvalidOperationException e)
        {
            throw new SettingException(e.Message, e);
        }

        if (newEpoch)
        {
            await migrator.StartGeneration(cancellationToken);
        }
    }

    public static Task<bool> Verify(
        NpgsqlDataSource database, TextWriter output, CancellationToken cancellationToken)
    {
        _ = (database, output, cancellationToken);
        return Task.FromResult(true);
    }
}
