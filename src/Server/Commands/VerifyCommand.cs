using System.CommandLine;
using Spectre.Console;

namespace OrleansWallet.Server.Commands;

/// <summary><c>verify</c>: checks what must always hold of the journal.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var command = new Command(
            "verify", "Check the books, the balances and the hash chains; exit code 1 when broken");
        command.SetAction((_, cancellationToken) => CommandRunner.Run(
            () => Run(cancellationToken)));
        return command;
    }

    private static async Task<int> Run(CancellationToken cancellationToken)
    {
        var settings = Settings.Load();
        await using var database = Database.Open(settings);
        return await Composition.Verify(
            database, settings, AnsiConsole.Console, cancellationToken)
            ? ExitCodes.Done
            : ExitCodes.Refused;
    }
}
