namespace OrleansWallet.Domain.Exchange;

/// <summary>What kind of exchange it is. Stored by name.</summary>
public enum OrderType
{
    Swap = 1,

    /// <summary>Of a pair, with an optional limit on the price.</summary>
    Spot,

    /// <summary>Fiat of the user's wallet for something else.</summary>
    ExpressBuy,
}
