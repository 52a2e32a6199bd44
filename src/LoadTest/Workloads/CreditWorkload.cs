namespace OrleansWallet.LoadTest.Workloads;

/// <summary>Credits to picked wallets; to a single one, the hot wallet.</summary>
internal sealed class CreditWorkload(IGridCommands commands, LoadWallets wallets, Picker picker)
    : IWorkload
{
    public string Unit => "credits";

    public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask<LoadOutcome> RunAsync(
        long number, CancellationToken cancellationToken) =>
        LoadOutcome.Of(await commands.CreditAsync(
            wallets[picker.Pick(number)], 100, number, cancellationToken));
}
