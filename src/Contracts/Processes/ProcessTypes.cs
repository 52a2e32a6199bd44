using OrleansWallet.Domain.AddressBook;
using OrleansWallet.Domain.Deposits;
using OrleansWallet.Domain.Exchange;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Referrals;
using OrleansWallet.Domain.TopUps;
using OrleansWallet.Domain.Trades;
using OrleansWallet.Domain.Withdrawals;

namespace OrleansWallet.Contracts.Processes;

/// <summary>The type of each kind's state.</summary>
internal static class ProcessTypes
{
    public static readonly IReadOnlyDictionary<ProcessKind, Type> All =
        new Dictionary<ProcessKind, Type>
        {
            [ProcessKind.Trade] = typeof(TradeState),
            [ProcessKind.Offer] = typeof(OfferState),
            [ProcessKind.TopUp] = typeof(TopUpState),
            [ProcessKind.Withdrawal] = typeof(WithdrawalState),
            [ProcessKind.Allowance] = typeof(AllowanceState),
            [ProcessKind.AddressBook] = typeof(AddressBookState),
            [ProcessKind.Deposit] = typeof(DepositState),
            [ProcessKind.Order] = typeof(OrderState),
            [ProcessKind.Referral] = typeof(ReferralState),
            [ProcessKind.ReferralCode] = typeof(ReferralCodeState),
        };
}
