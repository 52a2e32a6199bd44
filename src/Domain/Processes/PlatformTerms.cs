using OrleansWallet.Domain.AddressBook;
using OrleansWallet.Domain.Deposits;
using OrleansWallet.Domain.Exchange;
using OrleansWallet.Domain.Referrals;
using OrleansWallet.Domain.TopUps;
using OrleansWallet.Domain.Trades;
using OrleansWallet.Domain.Withdrawals;

namespace OrleansWallet.Domain.Processes;

/// <summary>The platform's fees, limits and windows, in force for what begins now.</summary>
public sealed record PlatformTerms
{
    public TradeTerms Trades { get; init; } = new();

    public WithdrawalTerms Withdrawals { get; init; } = new();

    public AddressBookTerms AddressBooks { get; init; } = new();

    public DepositTerms Deposits { get; init; } = new();

    public ExchangeTerms Exchange { get; init; } = new();

    /// <summary>The rules of every kind of process under these terms.</summary>
    public IReadOnlyDictionary<ProcessKind, IProcessRules> CreateRules() =>
        new IProcessRules[]
        {
            new TradeRules(Trades),
            new OfferRules(),
            new TopUpRules(),
            new WithdrawalRules(Withdrawals),
            new AllowanceRules(Withdrawals),
            new AddressBookRules(AddressBooks),
            new DepositRules(Deposits),
            new OrderRules(Exchange),
            new ReferralRules(),
            new ReferralCodeRules(),
        }.ToDictionary(r => r.Kind);
}
