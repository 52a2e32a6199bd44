namespace OrleansWallet.Domain.Wallets;

public enum WalletStatus
{
    Active = 0,

    /// <summary>Nothing goes out; what comes in is taken.</summary>
    Frozen = 1,

    /// <summary>Empty for good; only money on its way back is taken.</summary>
    Closed = 2,
}
