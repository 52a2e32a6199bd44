using OrleansWallet.Domain.Exchange;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Simulation.Audit.Processes;

/// <summary>Both legs of an order and its fee happen, or nothing of it stays.</summary>
internal sealed class OrderAudit(CommissionAudit commissions) : KindAudit("orders")
{
    private const string Liquidity = "platform:liquidity";
    private const string Fees = "platform:fees";

    private readonly SortedDictionary<string, ModelOrder> _orders = new(StringComparer.Ordinal);

    public override void Committed(ProcessChange change)
    {
        var state = (OrderState)change.State;
        if (!_orders.TryGetValue(change.Id, out var order))
        {
            _orders.Add(change.Id, order = Begin(change));
        }

        if (state.From.Minor != order.From || state.To.Minor != order.To
            || state.Fee.Minor != order.Fee || state.User != order.Ask.User
            || !state.From.Currency.Equals(order.Ask.From)
            || !state.To.Currency.Equals(order.Ask.To))
        {
            throw Breach(
                change.Id,
                $"{state.From} for {state.To} and {state.Fee}, not {order.From}, {order.To}, "
                + $"{order.Fee}");
        }

        if (change.Before == "quoted" && change.Status == "reserving"
            && (change.Cause is not OrderAction.Execute || !change.IsByUser(state.User.Value)
                || state.Events[^1].At >= state.ExpiresAt))
        {
            throw Breach(
                change.Id, $"it was executed by {change.Cause?.By} at {state.Events[^1].At:O}");
        }

        order.Last = state;
    }

    public override void Add(string id, ModelWallet wallet, Entry entry)
    {
        if (!_orders.TryGetValue(id, out var order))
        {
            throw Breach(id, $"{entry.Kind} before it is committed");
        }

        if (CommissionAudit.IsCommission(entry))
        {
            RequireIntended(
                order.Status == "giving" || entry.Kind != EntryKind.Sent, id, wallet, entry,
                order.Status);
            CommissionAudit.Add(id, order.Commission, wallet, entry, order.FeePaid);
            return;
        }

        var minor = entry.Amount!.Value.Minor;
        var fits = wallet.Id switch
        {
            _ when entry.Kind == EntryKind.Accepted => true,
            Liquidity => AtLiquidity(order, entry, minor),
            var user => user == order.Ask.User.Value && AtUser(order, entry, minor),
        };
        RequireIntended(fits, id, wallet, entry, order.Status);
        if (order.Reserved < 0 || order.Held < 0)
        {
            throw Breach(id, $"more left a hold than was locked: {entry.Kind} at {wallet.Id}");
        }
    }

    public override void CheckQuiet()
    {
        foreach (var (id, order) in _orders)
        {
            if (!IsWhole(order))
            {
                throw Breach(
                    id,
                    $"{order.Status}: paid {order.Paid}, back {order.PaidBack}, given {order.Given}, "
                    + $"fee {order.FeePaid}, held {order.Held}, reserved {order.Reserved}");
            }

            CommissionAudit.CheckQuiet(id, order.Commission, order.Status == "completed");
        }
    }

    private ModelOrder Begin(ProcessChange change)
    {
        var ask = change.Cause switch
        {
            OrderAction.Place place when change.Status == "reserving" => place.Ask,
            OrderAction.Quote quote when change.Status == "quoted" => quote.Ask,
            _ => throw Breach(change.Id, $"it began as {change.Status} by {change.Cause}"),
        };
        return change.IsByUser(ask.User.Value) && OrderSums.Of(ask) is var (from, to, fee)
            ? new ModelOrder(
                ask, from, to, fee,
                commissions.Begin(change.Id, ask.User, ask.Referrer, new Amount(fee, ask.From)))
            : throw Breach(change.Id, $"{change.Cause} should have been refused");
    }

    private static bool AtLiquidity(ModelOrder order, Entry entry, Int128 minor)
    {
        switch (entry.Kind)
        {
            case EntryKind.Locked:
                order.Reserved += minor;
                return order.Status == "reserving" && minor == order.To;
            case EntryKind.Unlocked:
                order.Reserved -= minor;
                return order.Status == "unreserving" && minor == order.To;
            case EntryKind.SentFromHold:
                order.Reserved -= minor;
                order.Given += minor;
                // The user pays before he gets.
                return order.Status == "giving" && IsTo(entry, order.Ask.User.Value)
                    && order.Paid == order.Net;
            case EntryKind.ReturnedToHold:
                order.Reserved += minor;
                order.Given -= minor;
                return true;
            case EntryKind.Sent:
                order.PaidBack += minor;
                return order.Status == "returning" && IsTo(entry, order.Ask.User.Value)
                    && minor == order.Net;
            case EntryKind.Returned:
                order.PaidBack -= minor;
                return true;
            default:
                return false;
        }
    }

    private static bool AtUser(ModelOrder order, Entry entry, Int128 minor)
    {
        switch (entry.Kind)
        {
            case EntryKind.Locked:
                order.Held += minor;
                return order.Status == "taking" && minor == order.From;
            case EntryKind.Unlocked:
                order.Held -= minor;
                return order.Status == "unreserving";
            case EntryKind.SentFromHold when IsTo(entry, Fees):
                order.Held -= minor;
                order.FeePaid += minor;
                return order.Status == "giving" && minor == order.Fee && order.Given == order.To;
            case EntryKind.SentFromHold:
                order.Held -= minor;
                order.Paid += minor;
                return order.Status == "taking" && IsTo(entry, Liquidity) && minor == order.Net;
            case EntryKind.ReturnedToHold when IsTo(entry, Fees):
                order.Held += minor;
                order.FeePaid -= minor;
                return true;
            case EntryKind.ReturnedToHold:
                order.Held += minor;
                order.Paid -= minor;
                return true;
            default:
                return false;
        }
    }

    private static bool IsTo(Entry entry, string wallet) => entry.Counterparty?.Value == wallet;

    private static bool IsWhole(ModelOrder order) => order.Status switch
    {
        "completed" => order.Paid == order.Net && order.Given == order.To
            && order.FeePaid == order.Fee && IsFree(order) && order.PaidBack == 0,
        "refused" or "expired" or "quoted" => order.Given == 0 && order.FeePaid == 0
            && order.Paid == order.PaidBack && IsFree(order),
        "giving" => order.Last!.Pausing && order.Paid == order.Net && order.PaidBack == 0
            && order.Reserved == order.To - order.Given && order.Held == order.Fee - order.FeePaid,
        "returning" => order.Last!.Pausing && order.Paid == order.Net && order.PaidBack == 0
            && order.Given == 0 && order.Reserved == order.To && order.Held == order.Fee,
        "unreserving" => order.Last!.Pausing && order.Given == 0 && order.FeePaid == 0
            && order.Paid == order.PaidBack,
        _ => false,
    };

    private static bool IsFree(ModelOrder order) => order.Reserved == 0 && order.Held == 0;
}
