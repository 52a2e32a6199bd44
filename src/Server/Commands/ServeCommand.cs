using System.CommandLine;
using Npgsql;

namespace OrleansWallet.Server.Commands;

/// <summary><c>serve</c>: runs the grid and its front.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var urls = new Option<string?>("--urls")
        {
            Description = "Addresses to listen on, separated by semicolons. "
                + "Default http://localhost:5000",
        };
        var demo = new Option<bool>("--demo")
        {
            Description = "Add users with a known password. Loopback addresses only",
        };
        var command = new Command("serve", "Run the grid and its front") { urls, demo };
        command.SetAction((parsed, cancellationToken) => CommandRunner.Run(() => Run(
            parsed.GetValue(urls), parsed.GetValue(demo), cancellationToken)));
        return command;
    }

    private static async Task<int> Run(
        string? urls, bool demo, CancellationToken cancellationToken)
    {
        await using var app = GridHost.Build(urls, demo);
        await Composition.Migrate(
            app.Services.GetRequiredService<NpgsqlDataSource>(), newEpoch: false, cancellationToken);
        if (demo)
        {
            await DemoMode.AddUsers(app.Services, cancellationToken);
        }

        await app.StartAsync(cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCodes.Done;
    }
}
