using OrleansWallet.Domain.Money;

namespace OrleansWallet.Providers.NowPayments;

/// <summary>A deposit to be opened.</summary>
/// <param name="Price">What it shall be worth: fiat, or the coin's own currency.</param>
/// <param name="Coin">What is paid with.</param>
/// <param name="OrderId">The caller's id; comes back in every callback.</param>
/// <param name="Description">Shown to the payer, or null.</param>
public sealed record PaymentRequest(
    Amount Price, Coin Coin, string OrderId, string? Description = null);
