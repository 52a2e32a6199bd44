using System.CommandLine;
using OrleansWallet.LoadTest.Replay;

var root = new RootCommand("Loads a running grid and checks afterwards what the grid did.")
{
    ReplayCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
