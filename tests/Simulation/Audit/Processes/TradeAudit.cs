using OrleansWallet.Domain.Trades;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Simulation.Workload;

namespace OrleansWallet.Simulation.Audit.Processes;

/// <summary>Each command of a trade was preceded by its intention, and its money ends with exactly
/// one party.</summary>
internal sealed class TradeAudit(CommissionAudit commissions) : KindAudit("7 trades")
{
    private static readonly string[] _intentions =
        ["requested", "escrowing", "releasing", "cancelling", "expiring"];

    private readonly SortedDictionary<string, ModelTrade> _trades = new(StringComparer.Ordinal);

    public IEnumerable<TradeState> Trades => _trades.Values.Select(t => t.Last!);

    public override void Committed(ProcessChange change)
    {
        if (!_trades.TryGetValue(change.Id, out var trade))
        {
            _trades.Add(change.Id, trade = Begin(change));
        }

        trade.Last = (TradeState)change.State;
        if (change.IsMove && !_intentions.Contains(change.Status))
        {
            CheckMoney(change.Id, trade, trade.Last);
        }
    }

    public override void Add(string id, ModelWallet wallet, Entry entry)
    {
        if (!_trades.TryGetValue(id, out var trade) || trade.Last is not { } state)
        {
            throw Breach(id, $"{entry.Kind} before it is committed");
        }

        var status = state.StatusName;
        if (CommissionAudit.IsCommission(entry))
        {
            RequireIntended(
                status == "releasing" || entry.Kind != EntryKind.Sent, id, wallet, entry, status);
            CommissionAudit.Add(id, trade.Commission, wallet, entry, trade.ToFees);
            return;
        }

        var minor = entry.Amount!.Value.Minor;
        switch (entry.Kind)
        {
            case EntryKind.Locked:
                RequireIntended(status == "escrowing", id, wallet, entry, status);
                trade.Locked += minor;
                break;
            case EntryKind.Unlocked:
                RequireIntended(status is "cancelling" or "expiring", id, wallet, entry, status);
                trade.Unlocked += minor;
                break;
            case EntryKind.SentFromHold:
                RequireIntended(status == "releasing", id, wallet, entry, status);
                Move(trade, state, entry, minor);
                break;
            case EntryKind.ReturnedToHold:
                Move(trade, state, entry, -minor);
                break;
        }
    }

    public override void CheckQuiet()
    {
        foreach (var (id, trade) in _trades)
        {
            CheckMoney(id, trade, trade.Last!);
            CommissionAudit.CheckQuiet(
                id, trade.Commission, trade.Last!.StatusName == "completed");
        }
    }

    private ModelTrade Begin(ProcessChange change)
    {
        var state = (TradeState)change.State;
        if (change.Cause is not TradeAction.Create asked || state.Amount != asked.Amount
            || state.Buyer != asked.Buyer || state.Seller != asked.Seller
            || state.Fee.Minor != asked.Amount.Minor * SimTerms.TradeFee / 10_000)
        {
            throw Breach(
                change.Id, $"it began as {state.Amount} with {state.Fee} by {change.Cause}");
        }

        return new ModelTrade
        {
            Commission = commissions.Begin(
                change.Id, state.Buyer, asked.Referrer, state.Fee),
        };
    }

    private static void Move(ModelTrade trade, TradeState state, Entry entry, Int128 minor)
    {
        if (entry.Counterparty!.Value.Value == state.Buyer.Value)
        {
            trade.ToBuyer += minor;
        }
        else
        {
            trade.ToFees += minor;
        }
    }

    private void CheckMoney(string id, ModelTrade trade, TradeState state)
    {
        var left = trade.Locked - trade.Unlocked - trade.ToBuyer - trade.ToFees;
        var amount = state.Amount.Minor;
        var fits = state.StatusName switch
        {
            "completed" => left == 0 && trade.ToFees == state.Fee.Minor
                && trade.ToBuyer == amount - state.Fee.Minor,
            "cancelled" or "expired" or "rejected" =>
                left == 0 && trade.ToBuyer == 0 && trade.ToFees == 0,
            "escrowed" or "paid" => left == amount && trade.ToBuyer == 0 && trade.ToFees == 0,
            "cancelling" or "expiring" => state.Pausing && left == amount,
            _ => state.Pausing && left >= 0,
        };
        if (!fits)
        {
            throw Breach(
                id,
                $"{state.StatusName}: {trade.Locked} locked, {trade.Unlocked} unlocked, "
                + $"{trade.ToBuyer} to the buyer, {trade.ToFees} to the platform");
        }
    }
}
