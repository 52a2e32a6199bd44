namespace OrleansWallet.Providers.NowPayments;

/// <summary>A currency on one network, as NOWPayments names it.</summary>
/// <param name="Code">The provider's, lower case: <c>usdttrc20</c>.</param>
/// <param name="Currency">The grid's: <c>USDT</c>.</param>
/// <param name="Network">Short name, upper case: <c>TRX</c>.</param>
public sealed record Coin(string Code, string Currency, string Network);
