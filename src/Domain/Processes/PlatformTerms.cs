using OrleansWallet.Domain.Exchange;
using OrleansWallet.Domain.Referrals;
using OrleansWallet.Domain.Trades;

namespace OrleansWallet.Domain.Processes;

/// <summary>The platform's fees, limits and windows, in force for what begins now.</summary>
public sealed record PlatformTerms
{
    public TradeTerms Trades { get; init; } = new();

    public ExchangeTerms Exchange { get; init; } = new();

    /// <summary>The rules of every kind of process under these terms.</summary>
    public IReadOnlyDictionary<ProcessKind, IProcessRules> CreateRules() =>
        new IProcessRules[]
        {
            new TradeRules(Trades),
            new OfferRules(),
            new OrderRules(Exchange),
            new ReferralRules(),
            new ReferralCodeRules(),
        }.ToDictionary(r => r.Kind);
}
