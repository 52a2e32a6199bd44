using System.CommandLine;
using OrleansWallet.Chaos;

var rounds = new Option<int>("--rounds")
{
    Description = "Disturbances in all",
    DefaultValueFactory = _ => 200,
};
var seed = new Option<int?>("--seed")
{
    Description = "Decides the load and the disturbances; another one each time by default",
};
var seconds = new Option<double>("--seconds-per-round")
{
    Description = "Load between two disturbances, on average",
    DefaultValueFactory = _ => 1.5,
};
var callers = new Option<int>("--callers")
{
    Description = "Callers at once",
    DefaultValueFactory = _ => 32,
};
var servers = new Option<int>("--servers")
{
    Description = "Servers on the one database",
    DefaultValueFactory = _ => 1,
};
var keep = new Option<bool>("--keep")
{
    Description = "Keep logs and data even when all is well",
};
var root = new RootCommand("Disturbs a server and its database under load and checks every answer")
{
    rounds, seed, seconds, callers, servers, keep,
};
root.SetAction(async (parsed, cancellationToken) =>
{
    var options = new ChaosOptions
    {
        Rounds = parsed.GetValue(rounds),
        Seed = parsed.GetValue(seed) ?? Random.Shared.Next(),
        SecondsPerRound = parsed.GetValue(seconds),
        Callers = parsed.GetValue(callers),
        Servers = parsed.GetValue(servers),
        Keep = parsed.GetValue(keep),
    };
    Console.WriteLine($"seed {options.Seed}");
    try
    {
        var report = await ChaosRun.Run(options, Console.WriteLine, cancellationToken);
        Console.Write(report);
        return report.IsClean ? 0 : 1;
    }
    catch (ChaosSetupException e)
    {
        await Console.Error.WriteLineAsync(e.Message);
        return 2;
    }
});
return await root.Parse(args).InvokeAsync(
    new InvocationConfiguration { ProcessTerminationTimeout = null });
