namespace OrleansWallet.Import.Sources;

/// <summary>The collections of the old wallet service that held balances.</summary>
public enum OldCollection
{
    InternalBalances,
    TraderBalances,
    CryptoBalances,
    SavingsBalances,
    Wallets,
}
