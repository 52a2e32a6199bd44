namespace OrleansWallet.LoadTest.Http;

/// <summary>One wallet's addresses, made once for all its calls.</summary>
internal sealed class WalletRoutes(GridRoutes routes, string walletId)
{
    public string WalletId => walletId;

    public Uri Credit { get; } = routes.Credit(walletId);

    public Uri Debit { get; } = routes.Debit(walletId);
}
