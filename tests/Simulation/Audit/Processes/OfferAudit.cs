using OrleansWallet.Domain.Trades;

namespace OrleansWallet.Simulation.Audit.Processes;

/// <summary>What remains of an offer is what its trades leave.</summary>
internal sealed class OfferAudit(TradeAudit trades) : KindAudit("7 trades")
{
    private readonly SortedDictionary<string, OfferState> _offers = new(StringComparer.Ordinal);

    public override void Committed(ProcessChange change)
    {
        var offer = (OfferState)change.State;
        _offers[change.Id] = offer;
        if (offer.Remaining.Minor < 0)
        {
            throw Breach(change.Id, "more is reserved than the offer has");
        }
    }

    public override void CheckQuiet()
    {
        foreach (var (id, offer) in _offers)
        {
            CheckOffer(id, offer);
        }
    }

    private void CheckOffer(string id, OfferState offer)
    {
        var all = trades.Trades
            .Where(t => t.Offer?.Value == id && t.StatusName != "rejected").ToList();
        // A trade that expired gave its part back, whatever it came to later.
        var used = all.Where(t => t.StatusName == "completed" && t.Escrow == 1)
            .Sum128(t => t.Amount.Minor);
        var held = all.Where(t => t.Escrow == 1
                && t.StatusName is not ("completed" or "cancelled" or "expired"))
            .Sum128(t => t.Amount.Minor);
        var left = offer.Terms.Amount.Minor - used - held;
        if (offer.Used.Minor != used || offer.Remaining.Minor != left)
        {
            throw Breach(
                id,
                $"the offer has {offer.Remaining.Minor} left and {offer.Used.Minor} used, its "
                + $"trades leave {left} and used {used}");
        }
    }
}
