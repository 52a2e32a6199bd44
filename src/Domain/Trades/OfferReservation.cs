using OrleansWallet.Domain.Money;

namespace OrleansWallet.Domain.Trades;

/// <summary>What of an offer a trade holds, or held.</summary>
/// <param name="Amount">Zero once it was freed.</param>
/// <param name="At">When it was made or settled.</param>
/// <param name="Settled">The trade is over; kept for a while to know late messages by.</param>
public sealed record OfferReservation(Amount Amount, DateTimeOffset At, bool Settled);
