using System.CommandLine;

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
        await using var database = Database.Open(Settings.Load());
        return await Composition.Verify(database, Console.Out, cancellationToken)
            ? ExitCodes.Done
            : ExitCodes.Refused;
    }
}
