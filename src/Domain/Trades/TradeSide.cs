namespace OrleansWallet.Domain.Trades;

/// <summary>A party of a trade.</summary>
public enum TradeSide
{
    Buyer = 1,
    Seller,
}
