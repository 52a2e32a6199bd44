using System.CommandLine;
using OrleansWallet.Server.Commands;

var root = new RootCommand("A wallet grid: durable balances over HTTP and SignalR")
{
    ServeCommand.Create(),
    SiloCommand.Create(),
    MigrateCommand.Create(),
    VerifyCommand.Create(),
    ImportCommand.Create(),
    UserCommand.Create(),
};

// The host handles SIGTERM and Ctrl+C itself, and needs longer than the two seconds given here.
return await root.Parse(args).InvokeAsync(
    new InvocationConfiguration { ProcessTerminationTimeout = null });
