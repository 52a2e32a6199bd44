namespace OrleansWallet.Contracts.Wallets;

/// <summary>Bounds of the grain interface.</summary>
public static class WalletLimits
{
    /// <summary>Commands of one <see cref="IWalletGrain.ExecuteAll"/>.</summary>
    public const int BatchMax = 1000;
}
