using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.Withdrawals;

/// <summary>Money on its way out to an address.</summary>
public sealed record WithdrawalState : ProcessState
{
    public required WithdrawalStatus Status { get; init; }

    public required WalletId User { get; init; }

    /// <summary>What arrives.</summary>
    public required Amount Amount { get; init; }

    /// <summary>Locked besides; goes to the platform.</summary>
    public required Amount Fee { get; init; }

    /// <summary>Null for the currency's usual one.</summary>
    public string? Network { get; init; }

    public required string Address { get; init; }

    /// <summary>Number of the payout: 1, more after one that failed. Names it outside.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>When the attempt began.</summary>
    public DateTimeOffset? AttemptAt { get; init; }

    /// <summary>
    /// True between the commit of the approval and the call that follows it, and in memory only:
    /// a copy that reads the state can't know whether that call was made, so it only asks.
    /// </summary>
    [JsonIgnore]
    public bool IsUnasked { get; init; }

    /// <summary>The provider's name for the payout.</summary>
    public string? PayoutId { get; init; }

    /// <summary>Its names for earlier attempts.</summary>
    public ImmutableArray<string> FormerPayouts { get; init; } = [];

    /// <summary>The attempt certainly failed, as far as the provider can say.</summary>
    public bool PayoutFailed { get; init; }

    /// <summary>A look at the payout at the provider is due.</summary>
    public bool Asking { get; init; }

    /// <summary>The amount has left the hold; the fee is next.</summary>
    public bool AmountTaken { get; init; }

    /// <summary>Number of the try to take or give back the hold; each has its own keys.</summary>
    public int Try { get; init; } = 1;

    /// <summary>No step until the deadline: a wallet refused it.</summary>
    public bool Pausing { get; init; }

    /// <summary>The allowance holds nothing for a withdrawal that came to nothing.</summary>
    public bool AllowanceFreed { get; init; }

    /// <summary>Why it was refused, or why it waits for review.</summary>
    public ProcessRefusal? Refusal { get; init; }

    /// <summary>What the admin said who decided.</summary>
    public string? Note { get; init; }

    [JsonIgnore]
    public override string StatusName => WithdrawalNames.Of(Status);

    [JsonIgnore]
    public override bool IsOver => Status is WithdrawalStatus.Finished or WithdrawalStatus.Rejected
        or WithdrawalStatus.Cancelled or WithdrawalStatus.Refused;

    [JsonIgnore]
    public override int RefusedTry => Pausing ? Try : 0;

    [JsonIgnore]
    public override IReadOnlyList<WalletId> Parties => [User];

    /// <summary>What is locked.</summary>
    [JsonIgnore]
    public Amount Total => Amount + Fee;

    /// <summary>Our name for the payout at the provider.</summary>
    [JsonIgnore]
    public string ExternalId => Attempt == 1
        ? Id.Value
        : FormattableString.Invariant($"{Id.Value}-{Attempt}");

    /// <summary>True when no money moved and none will.</summary>
    [JsonIgnore]
    public bool CameToNothing => Status is WithdrawalStatus.Rejected
        or WithdrawalStatus.Cancelled or WithdrawalStatus.Refused;

    /// <summary>True while an answer decides what comes next.</summary>
    public static bool IsIntention(WithdrawalStatus status) => status
        is WithdrawalStatus.Requested or WithdrawalStatus.Locking or WithdrawalStatus.Paying
        or WithdrawalStatus.Finishing or WithdrawalStatus.Rejecting or WithdrawalStatus.Cancelling;

    /// <remarks>An answer is given when the process rests, so intentions are passed over.</remarks>
    public override ProcessState AsOf(int eventCount)
    {
        while (eventCount > 0 && eventCount < Events.Length
            && IsIntention(WithdrawalNames.Parse(Events[eventCount - 1].To)))
        {
            eventCount++;
        }

        return eventCount >= Events.Length || eventCount == 0
            ? this
            : this with
            {
                Events = Events[..eventCount],
                Status = WithdrawalNames.Parse(Events[eventCount - 1].To),
            };
    }

    internal WithdrawalState To(
        WithdrawalStatus status, string by, DateTimeOffset now, string? note = null) =>
        this with
        {
            Status = status,
            Deadline = null,
            DeadlineSince = null,
            Pausing = false,
            Asking = false,
            IsUnasked = false,
            Refusal = null,
            Events = Events.Add(
                new ProcessEvent(now, StatusName, WithdrawalNames.Of(status), by, note)),
        };

    /// <summary>An event that leaves the status as it is.</summary>
    internal WithdrawalState Noted(string by, DateTimeOffset now, string note) =>
        this with { Events = Events.Add(new ProcessEvent(now, StatusName, StatusName, by, note)) };

    internal WithdrawalState Until(DateTimeOffset now, TimeSpan window) =>
        this with { Deadline = now + window, DeadlineSince = now };
}
