using OrleansWallet.Domain.Money;

namespace OrleansWallet.Domain.Withdrawals;

/// <summary>What a withdrawal takes of the limits.</summary>
/// <param name="Amount">Zero once it was freed.</param>
/// <param name="At">When it was reserved or freed.</param>
/// <param name="Freed">Kept for a while to know late messages by.</param>
public sealed record AllowanceUse(Amount Amount, DateTimeOffset At, bool Freed);
