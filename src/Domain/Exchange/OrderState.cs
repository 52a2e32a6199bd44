using System.Text.Json.Serialization;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.Exchange;

/// <summary>A quote and its execution. Both legs go through the platform's liquidity.</summary>
public sealed record OrderState : ProcessState
{
    public required OrderStatus Status { get; init; }

    public required OrderType Type { get; init; }

    public required WalletId User { get; init; }

    /// <summary>What the user pays, the fee included.</summary>
    public required Amount From { get; init; }

    /// <summary>What the user gets.</summary>
    public required Amount To { get; init; }

    /// <summary>Of <see cref="From"/>; goes to the platform.</summary>
    public required Amount Fee { get; init; }

    /// <summary>
    /// A decimal string: units of <see cref="To"/> for one unit paid; of a spot order that buys,
    /// units paid for one unit got.
    /// </summary>
    public required string Rate { get; init; }

    /// <summary>Spot orders only.</summary>
    public OrderSide? Side { get; init; }

    /// <summary>Until when the quote's rate holds; never moved. Null for an order without one.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The liquidity holds <see cref="To"/> for this order.</summary>
    public bool Reserved { get; init; }

    /// <summary>The user's wallet holds what it pays: before the taking all, then the fee.</summary>
    public bool Held { get; init; }

    /// <summary>The user has his side; the fee is next.</summary>
    public bool Given { get; init; }

    /// <summary>No step until the deadline: a wallet refused it.</summary>
    public bool Pausing { get; init; }

    /// <summary>Number of the try of steps that can't fail for good; each has its own keys.</summary>
    public int Try { get; init; } = 1;

    /// <summary>Why it was refused.</summary>
    public ProcessRefusal? Refusal { get; init; }

    /// <summary>Who referred the user, who pays the fee.</summary>
    public WalletId? Referrer { get; init; }

    /// <summary>What of the fee goes on to the referrer.</summary>
    public Amount? Commission { get; init; }

    [JsonIgnore]
    public override string StatusName => OrderNames.Of(Status);

    [JsonIgnore]
    public override int RefusedTry => Pausing ? Try : 0;

    [JsonIgnore]
    public override IReadOnlyList<WalletId> Parties => [User];

    [JsonIgnore]
    public override bool IsOver =>
        Status is OrderStatus.Completed or OrderStatus.Refused or OrderStatus.Expired;

    /// <summary>The pair of a spot order, e.g. <c>BTC/USDT</c>; else null.</summary>
    [JsonIgnore]
    public string? Pair => Side switch
    {
        OrderSide.Buy => $"{To.Currency}/{From.Currency}",
        OrderSide.Sell => $"{From.Currency}/{To.Currency}",
        _ => null,
    };

    // A quote told again is still the quote, whatever became of it; an execution told again
    // tells how it ended.
    public override ProcessState AsOf(int eventCount) =>
        eventCount == 1 && Events.Length > 1 && ExpiresAt is not null
            ? this with { Status = OrderStatus.Quoted, Events = Events[..1], Refusal = null }
            : this;

    internal OrderState Become(OrderStatus status, string by, DateTimeOffset now, string? note = null) =>
        this with
        {
            Status = status,
            Deadline = null,
            DeadlineSince = null,
            Pausing = false,
            Events = Events.Add(
                new ProcessEvent(now, StatusName, OrderNames.Of(status), by, note)),
        };
}
