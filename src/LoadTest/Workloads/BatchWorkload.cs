namespace OrleansWallet.LoadTest.Workloads;

/// <summary>Credits, many in a call: of one wallet, or each of a picked one.</summary>
/// <param name="commands">To the grid.</param>
/// <param name="wallets">One of them is the hot wallet; more are picked among.</param>
/// <param name="picker">Picks among the wallets.</param>
/// <param name="size">Credits a call.</param>
internal sealed class BatchWorkload(
    IGridCommands commands, LoadWallets wallets, Picker picker, int size) : IWorkload
{
    private readonly LoadWallet[] _hot = [.. Enumerable.Repeat(wallets[0], size)];

    public string Unit => "credits";

    public IReadOnlyList<LoadFact> Facts => [new("size", size)];

    public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask<LoadOutcome> RunAsync(long number, CancellationToken cancellationToken) =>
        commands.CreditAllAsync(
            wallets.Count == 1 ? _hot : Pick(number), 100, number, cancellationToken);

    private LoadWallet[] Pick(long number)
    {
        var picked = new LoadWallet[size];
        for (var i = 0; i < size; i++)
        {
            picked[i] = wallets[picker.Pick((number * size) + i)];
        }

        return picked;
    }
}
