namespace OrleansWallet.LoadTest.Workloads.Http;

/// <summary>
/// Reads as many bytes, as the same caller, without touching a wallet: what a balance read costs
/// beyond this is the wallet's share.
/// </summary>
internal sealed class BaselineWorkload(HttpTarget target, string path) : IWorkload
{
    /// <summary>Needs a sign-in as balances do, and is answered from memory.</summary>
    public const string PathDefault = "/api/prices?quote=USD";

    public string Unit => "reads";

    public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask<LoadOutcome> RunAsync(
        long number, CancellationToken cancellationToken) =>
        LoadOutcome.Of(await target.HttpCommands.ReadAsync(path, cancellationToken));
}
