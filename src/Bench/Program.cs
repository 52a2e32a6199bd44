using OrleansWallet.Bench;

return await BenchCommand.Create().Parse(args).InvokeAsync();
