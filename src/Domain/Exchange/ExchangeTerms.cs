using OrleansWallet.Domain.Fees;

namespace OrleansWallet.Domain.Exchange;

/// <summary>The platform's terms for exchanges.</summary>
public sealed record ExchangeTerms
{
    /// <summary>Of what the user pays. Default 0.3 %.</summary>
    public BasisPoints SwapFee { get; init; } = new(30);

    /// <summary>Of what the user pays. Default 0.1 %.</summary>
    public BasisPoints SpotFee { get; init; } = new(10);

    /// <summary>Of what the user pays. Default 1 %.</summary>
    public BasisPoints ExpressBuyFee { get; init; } = new(100);

    /// <summary>Of a fee, what goes on to whoever referred its payer. Default 20 %.</summary>
    public BasisPoints Commission { get; init; } = new(2_000);

    /// <summary>How long a quote's rate holds. Default 30 seconds.</summary>
    public TimeSpan QuoteLifetime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Pause before a step that a wallet refused is taken again; doubles with every refusal, up
    /// to some 1,000 times as long. Default 1 minute.
    /// </summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromMinutes(1);

    public BasisPoints FeeOf(OrderType type) => type switch
    {
        OrderType.Swap => SwapFee,
        OrderType.Spot => SpotFee,
        OrderType.ExpressBuy => ExpressBuyFee,
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
