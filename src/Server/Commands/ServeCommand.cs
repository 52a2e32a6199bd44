using System.CommandLine;
using Npgsql;
using OrleansWallet.Api.Hosting;
using OrleansWallet.Server.Cluster;

namespace OrleansWallet.Server.Commands;

/// <summary><c>serve</c>: runs the grid and its front.</summary>
internal static class ServeCommand
{
    private const string Local = "local";
    private const string Orleans = "orleans";

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
        var engine = new Option<string>("--engine")
        {
            Description = "local: all grains in this process; orleans: in a cluster of silos, "
                + "of which this process is one",
            DefaultValueFactory = _ => Local,
        };
        engine.AcceptOnlyFromAmong(Local, Orleans);
        var client = new Option<bool>("--client")
        {
            Description = "With --engine orleans: only the front; the silos run elsewhere",
        };
        var config = ConfigOption.Create();
        var command = new Command("serve", "Run the grid and its front")
        {
            urls, demo, engine, client, config,
        };
        command.SetAction((parsed, cancellationToken) => CommandRunner.Run(() => Run(
            parsed.GetValue(urls), parsed.GetValue(demo),
            ChooseEngine(parsed.GetValue(engine)!, parsed.GetValue(client)),
            parsed.GetValue(config), cancellationToken)));
        return command;
    }

    private static GridEngine ChooseEngine(string engine, bool client) => (engine, client) switch
    {
        (Orleans, true) => GridEngine.OrleansFront,
        (Orleans, false) => GridEngine.OrleansSilo,
        (_, false) => GridEngine.Local,
        _ => throw new SettingException("--client needs --engine orleans"),
    };

    private static async Task<int> Run(
        string? urls, bool demo, GridEngine engine, string? config,
        CancellationToken cancellationToken)
    {
        await using var app = GridHost.Build(urls, demo, engine: engine, config: config);
        var database = app.Services.GetRequiredService<NpgsqlDataSource>();
        await Composition.Migrate(database, newEpoch: false, cancellationToken);
        if (engine != GridEngine.Local)
        {
            await ClusterSchema.Require(database, cancellationToken);
        }

        if (demo)
        {
            await DemoMode.AddUsers(app.Services, cancellationToken);
        }

        await app.RunToEnd(cancellationToken);
        return ExitCodes.Done;
    }
}
