namespace OrleansWallet.Providers.NowPayments;

/// <summary>A coin of the configuration.</summary>
public sealed class CoinOptions
{
    /// <summary>The grid's currency code, e.g. <c>USDT</c>.</summary>
    public string Currency { get; set; } = "";

    /// <summary>The network's short name, e.g. <c>TRX</c>.</summary>
    public string Network { get; set; } = "";
}
