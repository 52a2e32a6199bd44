using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.Trades;

/// <summary>A P2P trade. Only the seller's hold moves.</summary>
public sealed record TradeState : ProcessState
{
    public required TradeStatus Status { get; init; }

    public DisputeStatus Dispute { get; init; }

    public required WalletId Seller { get; init; }

    public required WalletId Buyer { get; init; }

    /// <summary>What the seller locks.</summary>
    public required Amount Amount { get; init; }

    /// <summary>What of it goes to the platform.</summary>
    public required Amount Fee { get; init; }

    /// <summary>The currency of the payment outside the grid.</summary>
    public required string Fiat { get; init; }

    /// <summary>Fiat for one whole unit; a decimal string.</summary>
    public required string Price { get; init; }

    /// <summary>Null for a trade that a service made.</summary>
    public ProcessId? Offer { get; init; }

    /// <summary>The offer neither holds nor has to free anything for this trade.</summary>
    public bool OfferSettled { get; init; }

    public TimeSpan PaymentWindow { get; init; }

    public TimeSpan ReleaseWindow { get; init; }

    /// <summary>What the buyer showed for the payment.</summary>
    public string? Proof { get; init; }

    /// <summary>Parties that want it cancelled; both together may at any time.</summary>
    public ImmutableArray<TradeSide> WantCancel { get; init; } = [];

    /// <summary>To whom the buyer would settle a dispute.</summary>
    public TradeSide? BuyerSettles { get; init; }

    /// <summary>To whom the seller would settle a dispute.</summary>
    public TradeSide? SellerSettles { get; init; }

    /// <summary>To whom a decided dispute gave the money.</summary>
    public TradeSide? Award { get; init; }

    public ImmutableArray<TradeEvidence> Evidence { get; init; } = [];

    /// <summary>The buyer says that the expired trade was paid.</summary>
    public bool Appealed { get; init; }

    /// <summary>Number of the escrow: 1, more after a re-escrow. Names the hold.</summary>
    public int Escrow { get; init; } = 1;

    /// <summary>Number of the try to release; each has its own keys.</summary>
    public int Try { get; init; } = 1;

    /// <summary>The buyer has the money; the fee is next.</summary>
    public bool BuyerPaid { get; init; }

    /// <summary>The platform has its fee; the commission is next.</summary>
    public bool FeePaid { get; init; }

    /// <summary>No step until the deadline: a wallet refused it.</summary>
    public bool Pausing { get; init; }

    /// <summary>Where a refused release goes back to.</summary>
    public TradeStatus? Before { get; init; }

    /// <summary>Why the last step was refused.</summary>
    public ProcessRefusal? Refusal { get; init; }

    /// <summary>Who referred the buyer, who pays the fee.</summary>
    public WalletId? Referrer { get; init; }

    /// <summary>What of the fee goes on to the referrer.</summary>
    public Amount? Commission { get; init; }

    [JsonIgnore]
    public override string StatusName => TradeNames.Of(Status);

    [JsonIgnore]
    public override int RefusedTry => Pausing ? Try : 0;

    [JsonIgnore]
    public override IReadOnlyList<WalletId> Parties => [Seller, Buyer];

    /// <summary>The seller's hold.</summary>
    [JsonIgnore]
    public ReferenceId Hold => Escrow == 1
        ? Id.Reference()
        : new ReferenceId(FormattableString.Invariant($"{Id.Reference().Value}:{Escrow}"));

    [JsonIgnore]
    public bool IsDisputed => Dispute is DisputeStatus.Open or DisputeStatus.UnderReview;

    [JsonIgnore]
    public override bool IsOver => Status is TradeStatus.Completed or TradeStatus.Cancelled
        or TradeStatus.Expired or TradeStatus.Rejected;

    /// <summary>The first answer was given when the wallets had answered.</summary>
    public override ProcessState AsOf(int eventCount)
    {
        for (var i = Math.Max(eventCount, 1) - 1; i < Events.Length - 1; i++)
        {
            var status = TradeNames.Parse(Events[i].To);
            if (!IsIntention(status))
            {
                return this with { Events = Events[..(i + 1)], Status = status };
            }
        }

        return this;
    }

    /// <summary>Which party somebody is; null for others.</summary>
    public TradeSide? SideOf(string user) =>
        user == Buyer.Value ? TradeSide.Buyer : user == Seller.Value ? TradeSide.Seller : null;

    private static bool IsIntention(TradeStatus status) =>
        status is TradeStatus.Requested or TradeStatus.Escrowing or TradeStatus.Releasing
            or TradeStatus.Cancelling or TradeStatus.Expiring;

    internal TradeState To(TradeStatus status, string by, DateTimeOffset now, string? note = null) =>
        this with
        {
            Status = status,
            Deadline = null,
            DeadlineSince = null,
            Refusal = null,
            Pausing = false,
            Events = Events.Add(new ProcessEvent(now, StatusName, TradeNames.Of(status), by, note)),
        };

    /// <summary>An event that leaves the status as it is.</summary>
    internal TradeState Note(string by, DateTimeOffset now, string note) =>
        this with { Events = Events.Add(new ProcessEvent(now, StatusName, StatusName, by, note)) };

    internal TradeState Until(DateTimeOffset now, TimeSpan window) =>
        this with { Deadline = now + window, DeadlineSince = now };
}
