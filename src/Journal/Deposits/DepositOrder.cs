namespace OrleansWallet.Journal.Deposits;

/// <summary>A user's request for a payment.</summary>
/// <param name="OrderId">Its name at the provider.</param>
/// <param name="UserId">Who asked.</param>
/// <param name="Fingerprint">The digest of what was asked for.</param>
/// <param name="PaymentId">The provider's answer; null while there is none.</param>
public sealed record DepositOrder(
    string OrderId, string UserId, UInt128 Fingerprint, string? PaymentId);
