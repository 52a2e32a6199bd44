using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.Trades;

/// <summary>What somebody wants of a trade. Closed: the nested records are all.</summary>
public abstract record TradeAction : ProcessAction
{
    private TradeAction()
    {
    }

    /// <summary>Begins it. The fee and the windows come from the platform's terms.</summary>
    public sealed record Create(
        WalletId Seller, WalletId Buyer, Amount Amount, string Fiat, string Price)
        : TradeAction
    {
        /// <summary>Null when a service makes the trade.</summary>
        public ProcessId? Offer { get; init; }

        public WalletId? Referrer { get; init; }
    }

    public sealed record MarkPaid(string? Proof) : TradeAction;

    public sealed record Release : TradeAction;

    public sealed record Cancel(string? Reason) : TradeAction;

    public sealed record OpenDispute(string? Reason) : TradeAction;

    public sealed record AddEvidence(string Text) : TradeAction;

    public sealed record Decide(TradeSide Award, string? Note) : TradeAction;

    public sealed record Settle(TradeSide Award) : TradeAction;

    public sealed record Appeal(string? Reason) : TradeAction;

    public sealed record ReEscrow : TradeAction;
}
