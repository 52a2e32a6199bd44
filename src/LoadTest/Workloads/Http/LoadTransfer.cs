namespace OrleansWallet.LoadTest.Workloads.Http;

/// <summary>A transfer that was acknowledged.</summary>
/// <param name="Minor">The amount in minor units.</param>
internal sealed record LoadTransfer(LoadWallet From, LoadWallet To, long Minor)
{
    /// <summary>Tells both wallets, once it is completed.</summary>
    public void Settle()
    {
        From.Add(-Minor);
        To.Add(Minor);
    }
}
