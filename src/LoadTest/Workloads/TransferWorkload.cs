using OrleansWallet.Domain.Ids;

namespace OrleansWallet.LoadTest.Workloads;

/// <summary>Transfers between picked wallets.</summary>
/// <param name="commands">To the grid.</param>
/// <param name="sources">Picks the source among <paramref name="sourceCount"/>.</param>
/// <param name="sourceCount">Each is given enough for the run.</param>
/// <param name="targets">Picks the target.</param>
internal sealed class TransferWorkload(
    GridCommands commands, Picker sources, int sourceCount, Picker targets) : IWorkload
{
    private const long Funds = 1_000_000_000_000;
    private const int FundedAtOnce = 500;

    public string Unit => "transfers";

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        foreach (var part in Enumerable.Range(0, sourceCount).Chunk(FundedAtOnce))
        {
            await Task.WhenAll(part.Select(i => commands.CreditAsync(
                Source(i), Funds, "fund-" + GridCommands.Name(i), cancellationToken).AsTask()));
        }
    }

    public ValueTask<bool> RunAsync(long number, CancellationToken cancellationToken) =>
        commands.TransferAsync(
            Source(sources.Pick(number)),
            // Other wallets than the sources: none is paid by itself.
            new WalletId("to-" + GridCommands.Name(targets.Pick(~number))), 100,
            GridCommands.Name(number), cancellationToken);

    private static WalletId Source(int index) => new("from-" + GridCommands.Name(index));
}
