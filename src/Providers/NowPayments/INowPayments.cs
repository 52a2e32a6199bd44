using OrleansWallet.Providers.Json;

namespace OrleansWallet.Providers.NowPayments;

/// <summary>NOWPayments: deposits and withdrawals. Thread-safe.</summary>
public interface INowPayments
{
    /// <summary>Opens a deposit and gives the address to pay to.</summary>
    /// <remarks>After an unknown outcome it may be called again: an address that nobody knows
    /// costs nothing. What is paid to it still carries the order id.</remarks>
    Task<ProviderResult<Payment>> CreatePayment(
        PaymentRequest request, CancellationToken ct = default);

    /// <summary>Refused as <see cref="ProviderRefusals.NotFound"/> when there is none.</summary>
    Task<ProviderResult<Payment>> GetPayment(string paymentId, CancellationToken ct = default);

    /// <summary>The least that can be paid in a coin, in that coin; changes with the market.
    /// </summary>
    Task<ProviderResult<ExactDecimal>> GetMinimum(Coin coin, CancellationToken ct = default);

    /// <summary>Sends a payout, once. It then waits for <see cref="VerifyPayout"/>.</summary>
    /// <remarks>
    /// After <see cref="ProviderResult{T}.OutcomeUnknown"/> it must not be called again for that
    /// external id: <see cref="FindPayout"/> tells what became of it. The provider is not known to
    /// refuse an external id that it had before.
    /// </remarks>
    Task<ProviderResult<Payout>> CreatePayout(
        PayoutRequest request, CancellationToken ct = default);

    /// <summary>Confirms a batch by a code of the second factor, so that it is processed. May be
    /// called again after an unknown outcome; the provider allows ten tries.</summary>
    /// <returns>The batch's id.</returns>
    Task<ProviderResult<string>> VerifyPayout(string batchId, CancellationToken ct = default);

    /// <summary>Refused as <see cref="ProviderRefusals.NotFound"/> when there is none.</summary>
    Task<ProviderResult<Payout>> GetPayout(string payoutId, CancellationToken ct = default);

    /// <summary>Looks for a payout by the caller's id among those made since a time.</summary>
    /// <returns>Null when it is not listed. Shortly after the attempt that proves nothing yet: a
    /// request may still be on its way.</returns>
    Task<ProviderResult<Payout?>> FindPayout(
        string externalId, DateTimeOffset since, CancellationToken ct = default);
}
