using OrleansWallet.Simulation.Runs;
using OrleansWallet.Simulation.Teeth;

var root = SimulateCommand.Create();
foreach (var command in TeethCommand.CreateAll())
{
    root.Add(command);
}

return root.Parse(args).Invoke();
