using OrleansWallet.Providers.Http;

namespace OrleansWallet.Providers.NowPayments;

/// <summary>The account at NOWPayments: section <c>NowPayments</c>.</summary>
public sealed class NowPaymentsOptions
{
    public const string Section = "NowPayments";

    /// <summary>Without <c>/v1</c>; https, or http on loopback. Default the live service; the
    /// sandbox is <c>https://api-sandbox.nowpayments.io</c>.</summary>
    public Uri BaseUrl { get; set; } = new("https://api.nowpayments.io");

    /// <summary>Without one every call answers unavailable.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>Signs the callbacks. Without one every callback is refused.</summary>
    public string IpnSecret { get; set; } = "";

    /// <summary>Where callbacks go; without one, those of the dashboard's settings.</summary>
    public Uri? IpnCallbackUrl { get; set; }

    /// <summary>Sign-in of the dashboard, which payouts need besides the key.</summary>
    public string PayoutEmail { get; set; } = "";

    public string PayoutPassword { get; set; } = "";

    /// <summary>The base32 secret of the dashboard's second factor, from which the codes that
    /// confirm payouts are made. Without one, a person confirms them.</summary>
    public string PayoutTotpSecret { get; set; } = "";

    /// <summary>Coins besides the built-in ones, by the provider's code, e.g.
    /// <c>usdtton: { Currency: USDT, Network: TON }</c>; the same code replaces one.</summary>
    public Dictionary<string, CoinOptions> Coins { get; init; } = [];

    public ResilienceOptions Resilience { get; init; } = new();

    public bool IsConfigured => ApiKey.Length > 0;

    public bool HasPayouts => IsConfigured && PayoutEmail.Length > 0 && PayoutPassword.Length > 0;
}
