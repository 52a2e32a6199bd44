using System.Globalization;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Trades;
using OrleansWallet.Simulation.Core;

namespace OrleansWallet.Simulation.Workload;

/// <summary>
/// Makes trades between the wallets of the workload, on offers and without, and what their
/// parties, admins and strangers do with them; often several things at once.
/// </summary>
internal sealed class TradeMaker(SimRandom random, Requests requests, Referrers referrers)
    : IActionMaker
{
    private const int OfferCount = 2;
    private const string Price = "10";

    private static readonly Currency _usd = CurrencyRegistry.Default["USD"];

    private readonly Recent<(ProcessId Id, string Seller, string Buyer)> _recent = new(random);
    private readonly SortedSet<int> _offers = [];
    private ProcessId? _appealed;
    private int _number;

    public bool HasOffers => _offers.Count > 0;

    public MadeAction Next() => random.Below(10) switch
    {
        < 5 when _appealed is not null => EscrowAgain(),
        < 4 when _offers.Count < OfferCount => Offer(),
        0 => Offer(),
        < 3 => Create(),
        _ => _recent.IsEmpty ? Create() : Act(_recent.Pick()),
    };

    /// <summary>Nobody knows an offer before it is there.</summary>
    public void OfferIsThere(ProcessId offer) =>
        _offers.Add(Enumerable.Range(0, OfferCount).First(i => OfferId(i) == offer));

    /// <summary>Its seller may be moved by that.</summary>
    public void IsAppealed(ProcessId trade) => _appealed = trade;

    private MadeAction EscrowAgain()
    {
        var trade = _appealed!.Value;
        _appealed = null;
        return _recent.Find(t => t.Id == trade) is { Seller: { } seller }
            ? new MadeAction(trade, new TradeAction.ReEscrow
            {
                By = Requests.User(seller),
                Request = requests.Next(),
            })
            : Create();
    }

    private MadeAction Offer()
    {
        var index = random.Below(OfferCount);
        var owner = new WalletId($"w{index}");
        return new MadeAction(OfferId(index), new OfferAction.Create(
            owner, TradeSide.Seller, _usd, "EUR",
            new OfferTerms(Price, Usd(1), Usd(40), Usd(2000), ["cash"], null), OfferStatus.Live)
        {
            By = Requests.User(owner.Value),
            Request = requests.Next(),
        });
    }

    /// <summary>So many changes of one offer that it forgets what was asked of it before.</summary>
    public IEnumerable<MadeAction> ChangeOften()
    {
        var index = _offers.ElementAt(random.Below(_offers.Count));
        for (var i = 0; i <= ProcessState.RequestsMax; i++)
        {
            yield return new MadeAction(OfferId(index), new OfferAction.Change(null, OfferStatus.Live)
            {
                By = Requests.User($"w{index}"),
                Request = requests.Next(),
            });
        }
    }

    private MadeAction Create()
    {
        var offer = random.Below(OfferCount);
        var onOffer = _offers.Contains(offer) && random.Below(3) > 0;
        var seller = onOffer ? offer : random.Below(12);
        var buyer = (seller + 1 + random.Below(11)) % 12;
        var id = new ProcessId(
            ProcessKind.Trade, string.Create(CultureInfo.InvariantCulture, $"tr{++_number}"));
        _recent.Add((id, $"w{seller}", $"w{buyer}"));
        return new MadeAction(id, new TradeAction.Create(
            new WalletId($"w{seller}"), new WalletId($"w{buyer}"), Usd(1 + random.Below(50)), "EUR",
            Price)
        {
            By = Requests.User($"w{buyer}"),
            Request = requests.Next(),
            Offer = onOffer ? OfferId(offer) : null,
            Referrer = referrers.Of(new WalletId($"w{buyer}")),
        });
    }

    private MadeAction Act((ProcessId Id, string Seller, string Buyer) trade)
    {
        var (seller, buyer) = (Requests.User(trade.Seller), Requests.User(trade.Buyer));
        var admin = Requests.Admin;
        var award = random.Below(2) == 0 ? TradeSide.Buyer : TradeSide.Seller;
        var request = requests.Next();
        TradeAction action = random.Below(27) switch
        {
            < 6 => new TradeAction.MarkPaid(null) { By = buyer, Request = request },
            < 11 => new TradeAction.Release { By = seller, Request = request },
            < 13 => new TradeAction.Cancel(null) { By = buyer, Request = request },
            13 => new TradeAction.Cancel(null) { By = seller, Request = request },
            14 => new TradeAction.OpenDispute(null) { By = buyer, Request = request },
            15 => new TradeAction.AddEvidence("x")
            {
                By = random.Below(2) == 0 ? admin : seller,
                Request = request,
            },
            < 18 => new TradeAction.Decide(award, null) { By = admin, Request = request },
            18 => new TradeAction.Settle(award) { By = buyer, Request = request },
            19 => new TradeAction.Settle(award) { By = seller, Request = request },
            < 23 => new TradeAction.Appeal(null) { By = buyer, Request = request },
            < 26 => new TradeAction.ReEscrow { By = seller, Request = request },
            _ => new TradeAction.Release { By = Requests.User("w-stranger"), Request = request },
        };
        return new MadeAction(trade.Id, action);
    }

    private static ProcessId OfferId(int index) => new(ProcessKind.Offer, $"of{index}");

    private static Amount Usd(int minor) => new(minor, _usd);
}
