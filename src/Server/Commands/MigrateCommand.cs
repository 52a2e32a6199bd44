using System.CommandLine;

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
        var command = new Command("migrate", "Bring the database to this version's schema")
        {
            newEpoch,
        };
        command.SetAction((parsed, cancellationToken) => CommandRunner.Run(
            () => Run(parsed.GetValue(newEpoch), cancellationToken)));
        return command;
    }

    private static async Task<int> Run(bool newEpoch, CancellationToken cancellationToken)
    {
        await using var database = Database.Open(Settings.Load());
        await Composition.Migrate(database, newEpoch, cancellationToken);
        return ExitCodes.Done;
    }
}
