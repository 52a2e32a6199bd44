using System.Text.Json.Serialization;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.Referrals;

/// <summary>By whom a user was referred: attributed once.</summary>
public sealed record ReferralState : ProcessState
{
    public required ReferralStatus Status { get; init; }

    public required WalletId User { get; init; }

    /// <summary>Counts once it is attributed.</summary>
    public required WalletId Referrer { get; init; }

    public required string Code { get; init; }

    /// <summary>When it was attributed.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Why it was refused.</summary>
    public ProcessRefusal? Refusal { get; init; }

    [JsonIgnore]
    public override string StatusName => NameOf(Status);

    [JsonIgnore]
    public override IReadOnlyList<WalletId> Parties => [User, Referrer];

    public static string NameOf(ReferralStatus status) => status switch
    {
        ReferralStatus.Attributing => "attributing",
        ReferralStatus.Attributed => "attributed",
        ReferralStatus.Refused => "refused",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    internal ReferralState To(ReferralStatus status, string by, DateTimeOffset now) =>
        this with
        {
            Status = status,
            Events = Events.Add(new ProcessEvent(now, StatusName, NameOf(status), by)),
        };
}
