using OrleansWallet.Domain.Fees;

namespace OrleansWallet.Domain.Trades;

/// <summary>The platform's terms for trades.</summary>
public sealed record TradeTerms
{
    /// <summary>The fee, as a share of the amount; the buyer gets the rest. Default 0.5 %.</summary>
    public BasisPoints Fee { get; init; } = new(50);

    /// <summary>Of a fee, what goes on to whoever referred its payer. Default 20 %.</summary>
    public BasisPoints Commission { get; init; } = new(2_000);

    /// <summary>How long the buyer has to pay. Default 30 minutes.</summary>
    public TimeSpan PaymentWindow { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long the seller has to release before a dispute opens. Default 2 hours.</summary>
    public TimeSpan ReleaseWindow { get; init; } = TimeSpan.FromHours(2);

    /// <summary>How long an expired trade can be appealed. Default 7 days.</summary>
    public TimeSpan AppealWindow { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Pause before a step that a wallet refused is taken again. Default 1 minute.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromMinutes(1);
}
