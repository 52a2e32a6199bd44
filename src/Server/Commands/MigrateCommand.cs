using System.CommandLine;
using OrleansWallet.Server.Cluster;

namespace OrleansWallet.Server.Commands;

/// <summary><c>migrate</c>: brings the database to this version's schema.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var newEpoch = new Option<bool>("--new-epoch")
        {
            Description = "Begin a new generation of the journal, after a restore to an earlier "
                + "point: clients then reload instead of resuming",
        };
        var orleansSql = new Option<string?>("--orleans-sql")
        {
            Description = "Also make the tables of a cluster, by the scripts of the Orleans "
                + "release in this folder: " + string.Join(", ", ClusterSchema.Scripts),
        };
        var command = new Command("migrate", "Bring the database to this version's schema")
        {
            newEpoch, orleansSql,
        };
        command.SetAction((parsed, cancellationToken) => CommandRunner.Run(() => Run(
            parsed.GetValue(newEpoch), parsed.GetValue(orleansSql), cancellationToken)));
        return command;
    }

    private static async Task<int> Run(
        bool newEpoch, string? orleansSql, CancellationToken cancellationToken)
    {
        await using var database = Database.Open(Settings.Load());
        await Composition.Migrate(database, newEpoch, cancellationToken);
        if (orleansSql is not null)
        {
            await ClusterSchema.Apply(database, orleansSql, cancellationToken);
        }

        return ExitCodes.Done;
    }
}
