using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.Deposits;

/// <summary>What the provider said to a <see cref="PaymentCall"/>.</summary>
/// <param name="News">Null when it said nothing that can be used: it is asked again later.</param>
public sealed record PaymentAnswer(DepositNews? News) : OutsideAnswer;
