using OrleansWallet.Domain.Ids;

namespace OrleansWallet.LoadTest.Workloads;

/// <summary>Credits to picked wallets; to a single one, the hot wallet.</summary>
internal sealed class CreditWorkload(GridCommands commands, Picker picker) : IWorkload
{
    public string Unit => "credits";

    public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask<bool> RunAsync(long number, CancellationToken cancellationToken) =>
        commands.CreditAsync(
            new WalletId("w-" + GridCommands.Name(picker.Pick(number))), 100,
            GridCommands.Name(number), cancellationToken);
}
