namespace OrleansWallet.LoadTest.Workloads;

/// <summary>Reads of picked wallets' balances.</summary>
internal sealed class ReadWorkload(IGridCommands commands, LoadWallets wallets, Picker picker)
    : IWorkload
{
    public string Unit => "reads";

    public Task PrepareAsync(CancellationToken cancellationToken) =>
        wallets.FundAsync(commands, cancellationToken);

    public async ValueTask<LoadOutcome> RunAsync(
        long number, CancellationToken cancellationToken) =>
        LoadOutcome.Of(await commands.ReadBalancesAsync(
            wallets[picker.Pick(number)], cancellationToken));
}
