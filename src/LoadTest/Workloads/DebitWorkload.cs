namespace OrleansWallet.LoadTest.Workloads;

/// <summary>Debits of picked wallets, each of which is given enough for the run.</summary>
internal sealed class DebitWorkload(IGridCommands commands, LoadWallets wallets, Picker picker)
    : IWorkload
{
    public string Unit => "debits";

    public Task PrepareAsync(CancellationToken cancellationToken) =>
        wallets.FundAsync(commands, cancellationToken);

    public async ValueTask<LoadOutcome> RunAsync(
        long number, CancellationToken cancellationToken) =>
        LoadOutcome.Of(await commands.DebitAsync(
            wallets[picker.Pick(number)], 100, number, cancellationToken));
}
