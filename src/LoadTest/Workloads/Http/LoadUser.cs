namespace OrleansWallet.LoadTest.Workloads.Http;

/// <summary>A user who was registered for the run.</summary>
/// <param name="Wallet">The user's own.</param>
/// <param name="Authorization">The header of the user's calls.</param>
internal sealed record LoadUser(LoadWallet Wallet, string Authorization)
{
    // The token stays out of every message.
    public override string ToString() => Wallet.Id.Value;
}
