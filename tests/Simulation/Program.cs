using OrleansWallet.Simulation.Runs;

return SimulateCommand.Create().Parse(args).Invoke();
