using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.Deposits;

/// <summary>Asks the provider where a payment is. Changes nothing there.</summary>
/// <param name="PaymentId">The provider's name for it.</param>
public sealed record PaymentCall(string PaymentId) : OutsideCall;
