using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.Trades;

/// <summary>A P2P offer. What remains of it = amount − used − reservations, one a trade.</summary>
public sealed record OfferState : ProcessState
{
    public required OfferStatus Status { get; init; }

    public required WalletId Owner { get; init; }

    /// <summary>What the owner is in a trade: the seller sells the currency.</summary>
    public required TradeSide Side { get; init; }

    /// <summary>The code, for lists.</summary>
    public required string Currency { get; init; }

    public required string Fiat { get; init; }

    public required OfferTerms Terms { get; init; }

    /// <summary>For lists.</summary>
    public ImmutableArray<string> PaymentMethods => Terms.PaymentMethods;

    /// <summary>By trade.</summary>
    public ImmutableSortedDictionary<string, OfferReservation> Reservations { get; init; } =
        ImmutableSortedDictionary<string, OfferReservation>.Empty;

    /// <summary>What completed trades took.</summary>
    public required Amount Used { get; init; }

    [JsonIgnore]
    public Amount Remaining => Reservations.Values.Aggregate(
        Terms.Amount - Used, static (left, r) => left - r.Amount);

    [JsonIgnore]
    public override string StatusName => NameOf(Status);

    [JsonIgnore]
    public override IReadOnlyList<WalletId> Parties => [Owner];

    public static string NameOf(OfferStatus status) => status switch
    {
        OfferStatus.Draft => "draft",
        OfferStatus.Live => "live",
        OfferStatus.Paused => "paused",
        OfferStatus.Exhausted => "exhausted",
        OfferStatus.Closed => "closed",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>The status that goes with what remains.</summary>
    internal OfferState Settle() => Status switch
    {
        OfferStatus.Live when Remaining < Terms.Min => this with { Status = OfferStatus.Exhausted },
        OfferStatus.Exhausted when Remaining >= Terms.Min => this with { Status = OfferStatus.Live },
        _ => this,
    };
}
