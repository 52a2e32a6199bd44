namespace OrleansWallet.Domain.Exchange;

/// <summary>What a spot order does with the pair's first currency.</summary>
public enum OrderSide
{
    Buy = 1,
    Sell,
}
