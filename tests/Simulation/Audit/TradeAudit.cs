using OrleansWallet.Contracts.Processes;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Trades;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Simulation.Core;
using OrleansWallet.Simulation.Store;

namespace OrleansWallet.Simulation.Audit;

/// <summary>
/// Watches every committed state of trades and offers and every entry of theirs: each path is
/// legal, each command was preceded by its intention, and the money ends with exactly one party.
/// </summary>
internal sealed class TradeAudit
{
    private const string Prefix = "proc:";

    // The legal paths, written from the design and not from the rules.
    private static readonly Dictionary<string, string[]> _steps = new(StringComparer.Ordinal)
    {
        [""] = ["requested", "escrowing"],
        ["requested"] = ["escrowing", "rejected"],
        ["escrowing"] = ["escrowed", "rejected", "paid", "expired"],
        ["escrowed"] = ["paid", "releasing", "cancelling", "expiring"],
        ["paid"] = ["releasing", "cancelling"],
        ["releasing"] = ["completed", "paid", "escrowed"],
        ["cancelling"] = ["cancelled"],
        ["expiring"] = ["expired"],
        ["expired"] = ["escrowing"],
        ["completed"] = [],
        ["cancelled"] = [],
        ["rejected"] = [],
    };

    private readonly ProcessJson _json = new(CurrencyRegistry.Default);
    private readonly SimScheduler _scheduler;
    private readonly SimProcessTable _table;
    private readonly SortedDictionary<string, ModelTrade> _trades = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, OfferState> _offers = new(StringComparer.Ordinal);

    public TradeAudit(SimScheduler scheduler, SimProcessTable table)
    {
        _scheduler = scheduler;
        _table = table;
        table.Committed = Committed;
    }

    public void Asked(ProcessId id, ProcessAction action) =>
        Note(id.Value, () => $"asked {action.GetType().Name} by {action.By.Id} ({action.Request})");

    public void Answered(ProcessId id, ProcessAction action, ProcessAnswer answer)
    {
        Note(id.Value, () => $"answered {Text(answer)} ({action.Request})");
        if (answer is not ProcessAnswer.Done done)
        {
            return;
        }

        if (!_table.Rows.TryGetValue(id.ToString(), out var row) || row.Version < done.Version)
        {
            throw Breach("4 answered means durable", id.Value, $"version {done.Version} is not committed");
        }

        if (!done.Replayed && _trades.TryGetValue(id.Value, out var trade)
            && trade.Path[(int)done.Version - 1] != done.State.StatusName)
        {
            throw Breach(
                "4 durable before told", id.Value,
                $"version {done.Version} was told as {done.State.StatusName}");
        }
    }

    /// <summary>An entry that is committed; of trades, those with their reference.</summary>
    public void Add(ModelWallet wallet, Entry entry)
    {
        var reference = entry.Reference.Value;
        if (!reference.StartsWith(Prefix, StringComparison.Ordinal) || entry.Amount is not { } amount)
        {
            return;
        }

        var id = reference[Prefix.Length..].Split(':')[0];
        if (!_trades.TryGetValue(id, out var trade) || trade.Last is not { } state)
        {
            throw Breach("intention before command", id, $"{entry.Kind} before the trade is committed");
        }

        var status = trade.Path[^1];
        switch (entry.Kind)
        {
            case EntryKind.Locked:
                Require(status is "escrowing", id, entry, status);
                trade.Locked += amount.Minor;
                break;
            case EntryKind.Unlocked:
                Require(status is "cancelling" or "expiring", id, entry, status);
                trade.Unlocked += amount.Minor;
                break;
            case EntryKind.SentFromHold:
                Require(status is "releasing", id, entry, status);
                Move(trade, state, entry, amount.Minor);
                break;
            case EntryKind.ReturnedToHold:
                Move(trade, state, entry, -amount.Minor);
                break;
        }
    }

    /// <summary>At a quiet point every trade rests, and its money is where its status says.</summary>
    public void CheckQuiet()
    {
        foreach (var (id, trade) in _trades)
        {
            CheckMoney(id, trade, trade.Last!);
        }

        foreach (var (id, offer) in _offers)
        {
            CheckOffer(id, offer);
        }
    }

    private void Committed(SimProcessRow row)
    {
        _scheduler.Trace.Add(Trace.NumberOf(row.Id.Value), row.Version);
        Note(row.Id.Value, () => $"committed version {row.Version}: {row.Status}");
        var state = _json.Read(row.Id.Kind, row.State);
        if (state.Requests.Select(r => r.Key).Distinct().Count() != state.Requests.Length)
        {
            throw Breach("3 at most once", row.Id.Value, "a request took effect twice");
        }

        switch (state)
        {
            case TradeState trade:
                Follow(row, trade);
                break;
            case OfferState offer:
                _offers[row.Id.Value] = offer;
                if (offer.Remaining.Minor < 0)
                {
                    throw Breach("7 trades", row.Id.Value, "more is reserved than the offer has");
                }

                break;
        }
    }

    private void Follow(SimProcessRow row, TradeState state)
    {
        if (!_trades.TryGetValue(row.Id.Value, out var trade))
        {
            _trades.Add(row.Id.Value, trade = new ModelTrade());
        }

        var before = trade.Path.Count == 0 ? "" : trade.Path[^1];
        if (before != row.Status && !_steps[before].Contains(row.Status))
        {
            throw Breach("7 trades", row.Id.Value, $"{row.Status} follows {before}");
        }

        trade.Path.Add(row.Status);
        trade.Last = state;
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

    private static void CheckMoney(string id, ModelTrade trade, TradeState state)
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
            _ => state.Pausing && left >= 0,
        };
        if (!fits)
        {
            throw Breach(
                "7 trades", id,
                $"{state.StatusName}: {trade.Locked} locked, {trade.Unlocked} unlocked, "
                + $"{trade.ToBuyer} to the buyer, {trade.ToFees} to the platform");
        }
    }

    private void CheckOffer(string id, OfferState offer)
    {
        var trades = _trades.Values.Select(t => t.Last!)
            .Where(t => t.Offer?.Value == id && t.StatusName != "rejected").ToList();
        // A trade that expired gave its part back, whatever it came to later.
        var used = trades.Where(t => t.StatusName == "completed" && t.Escrow == 1).Sum128(t => t.Amount.Minor);
        var held = trades.Where(t => t.Escrow == 1
            && t.StatusName is not ("completed" or "cancelled" or "expired")).Sum128(t => t.Amount.Minor);
        var left = offer.Terms.Amount.Minor - used - held;
        if (offer.Used.Minor != used || offer.Remaining.Minor != left)
        {
            throw Breach(
                "7 trades", id,
                $"the offer has {offer.Remaining.Minor} left and {offer.Used.Minor} used, its "
                + $"trades leave {left} and used {used}");
        }
    }

    private static void Require(bool holds, string id, Entry entry, string status)
    {
        if (!holds)
        {
            throw Breach(
                "intention before command", id, $"{entry.Kind} of {entry.Amount} while {status}");
        }
    }

    private void Note(string id, Func<string> text) =>
        _scheduler.Trace.Event(_scheduler.Now, id, text);

    private static BreachException Breach(string invariant, string id, string what) =>
        new(invariant, $"{id}: {what}", [id]);

    private static string Text(ProcessAnswer answer) => answer switch
    {
        ProcessAnswer.Done done =>
            $"{done.State.StatusName} version {done.Version}{(done.Replayed ? " again" : "")}",
        ProcessAnswer.Refused refused => $"refused {refused.Refusal.Code}",
        _ => answer.GetType().Name,
    };
}
