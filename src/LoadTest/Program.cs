using System.CommandLine;
using OrleansWallet.LoadTest.Growth;
using OrleansWallet.LoadTest.Limits;
using OrleansWallet.LoadTest.Replay;
using OrleansWallet.LoadTest.Workloads;

var root = new RootCommand("Loads a grid and checks afterwards what the grid did.")
{
    ReplayCommand.Create(),
    CopyLimitCommand.Create(),
    GrowthCommand.Create(),
};
foreach (var workload in LoadCommand.CreateAll())
{
    root.Add(workload);
}

return await root.Parse(args).InvokeAsync();
