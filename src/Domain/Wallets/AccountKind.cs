namespace OrleansWallet.Domain.Wallets;

/// <summary>The two accounts of a wallet.</summary>
public enum AccountKind
{
    Spot = 0,
    Savings = 1,
}
