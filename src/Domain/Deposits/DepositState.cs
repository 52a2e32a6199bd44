using System.Text.Json.Serialization;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.Deposits;

/// <summary>One payment at the provider; its id is the provider's payment id.</summary>
public sealed record DepositState : ProcessState
{
    /// <summary>The furthest that the provider said.</summary>
    public required DepositStatus Status { get; init; }

    public DepositCredit Credit { get; init; }

    /// <summary>Whose it is; null while that is not known. Lists go by it.</summary>
    public WalletId? User { get; init; }

    /// <summary>What was asked for; null for a payment that nobody asked for.</summary>
    public Currency? Asked { get; init; }

    /// <summary>The provider's code of what is paid.</summary>
    public required string PayCurrency { get; init; }

    public string? PayAddress { get; init; }

    /// <summary>What was to be paid; a decimal text.</summary>
    public string? PayAmount { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public string? OrderId { get; init; }

    public string? ParentPaymentId { get; init; }

    /// <summary>What was paid as the provider wrote it.</summary>
    public string? ActuallyPaid { get; init; }

    /// <summary>What was paid, and what is or was credited; null while it is no sum here.</summary>
    public Amount? Paid { get; init; }

    public int? Confirmations { get; init; }

    public ParkReason? Parked { get; init; }

    /// <summary>Why the wallet took no money.</summary>
    public ProcessRefusal? Refusal { get; init; }

    /// <summary>Number of the try to credit; each has its own key.</summary>
    public int Try { get; init; } = 1;

    /// <summary>An intention: the provider is asked where the payment is.</summary>
    public bool Asking { get; init; }

    /// <summary>How often it was asked since its last message.</summary>
    public int Asks { get; init; }

    /// <summary>What an admin said.</summary>
    public string? Note { get; init; }

    [JsonIgnore]
    public override string StatusName => Credit switch
    {
        DepositCredit.Parked => DepositNames.Parked,
        DepositCredit.Rejected => DepositNames.Rejected,
        _ => DepositNames.Of(Status),
    };

    /// <remarks>Not by party: a parked one gets its user later.</remarks>
    [JsonIgnore]
    public override IReadOnlyList<WalletId> Parties => [];

    /// <summary>More is to be heard of it.</summary>
    [JsonIgnore]
    public bool IsUnfinished => Credit == DepositCredit.None
        && Status is DepositStatus.Waiting or DepositStatus.Confirming
            or DepositStatus.Confirmed or DepositStatus.Sending;

    /// <summary>The state after a change, with an event that tells it.</summary>
    internal DepositState After(
        DepositState before, string by, DateTimeOffset now, string? note = null) =>
        this with
        {
            Events = Events.Add(new ProcessEvent(now, before.StatusName, StatusName, by, note)),
        };
}
