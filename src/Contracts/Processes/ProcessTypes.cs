using OrleansWallet.Domain.Exchange;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Referrals;
using OrleansWallet.Domain.Trades;

namespace OrleansWallet.Contracts.Processes;

/// <summary>The type of each kind's state.</summary>
internal static class ProcessTypes
{
    public static readonly IReadOnlyDictionary<ProcessKind, Type> All =
        new Dictionary<ProcessKind, Type>
        {
            [ProcessKind.Trade] = typeof(TradeState),
            [ProcessKind.Offer] = typeof(OfferState),
            [ProcessKind.Order] = typeof(OrderState),
            [ProcessKind.Referral] = typeof(ReferralState),
            [ProcessKind.ReferralCode] = typeof(ReferralCodeState),
        };
}
