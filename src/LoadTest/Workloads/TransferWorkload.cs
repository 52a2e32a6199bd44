namespace OrleansWallet.LoadTest.Workloads;

/// <summary>Transfers between picked wallets.</summary>
/// <param name="commands">To the grid.</param>
/// <param name="sources">Each is given enough for the run.</param>
/// <param name="source">Picks the source.</param>
/// <param name="targets">Other wallets than the sources: none is paid by itself.</param>
/// <param name="target">Picks the target.</param>
internal sealed class TransferWorkload(
    IGridCommands commands, LoadWallets sources, Picker source, LoadWallets targets, Picker target)
    : IWorkload
{
    public string Unit => "transfers";

    public Task PrepareAsync(CancellationToken cancellationToken) =>
        sources.FundAsync(commands, cancellationToken);

    public async ValueTask<LoadOutcome> RunAsync(
        long number, CancellationToken cancellationToken) =>
        LoadOutcome.Of(await commands.TransferAsync(
            sources[source.Pick(number)], targets[target.Pick(~number)], 100, number,
            cancellationToken));
}
