using System.CommandLine;
using Npgsql;
using OrleansWallet.Server.Cluster;

namespace OrleansWallet.Server.Commands;

/// <summary><c>silo</c>: runs one member of a cluster, without a front.</summary>
internal static class SiloCommand
{
    public static Command Create()
    {
        var config = ConfigOption.Create();
        var command = new Command("silo", "Run one silo of a cluster, without a front") { config };
        command.SetAction((parsed, cancellationToken) => CommandRunner.Run(
            () => Run(parsed.GetValue(config), cancellationToken)));
        return command;
    }

    private static async Task<int> Run(string? config, CancellationToken cancellationToken)
    {
        using var silo = GridHost.BuildSilo(config);
        var database = silo.Services.GetRequiredService<NpgsqlDataSource>();
        await Composition.Migrate(database, newEpoch: false, cancellationToken);
        await ClusterSchema.Require(database, cancellationToken);
        await silo.RunToEnd(cancellationToken);
        return ExitCodes.Done;
    }
}
