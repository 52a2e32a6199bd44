using System.Text.Json.Serialization;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.TopUps;

/// <summary>Money that a user says was paid in; it is credited when an admin agrees.</summary>
public sealed record TopUpState : ProcessState
{
    public required TopUpStatus Status { get; init; }

    public required WalletId User { get; init; }

    public required Amount Amount { get; init; }

    public string? Description { get; init; }

    public string? AdminNotes { get; init; }

    /// <summary>Why the wallet took no money.</summary>
    public ProcessRefusal? Refusal { get; init; }

    [JsonIgnore]
    public override string StatusName => NameOf(Status);

    [JsonIgnore]
    public override bool IsOver => Status is TopUpStatus.Success or TopUpStatus.Failed;

    [JsonIgnore]
    public override IReadOnlyList<WalletId> Parties => [User];

    public static string NameOf(TopUpStatus status) => status switch
    {
        TopUpStatus.Pending => "pending",
        TopUpStatus.Crediting => "crediting",
        TopUpStatus.Success => "success",
        TopUpStatus.Failed => "failed",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public override ProcessState AsOf(int eventCount) =>
        eventCount is not 1 ? this : this with { Status = TopUpStatus.Pending, Events = Events[..1] };

    internal TopUpState To(TopUpStatus status, string by, DateTimeOffset now, string? note = null) =>
        this with
        {
            Status = status,
            Events = Events.Add(new ProcessEvent(now, StatusName, NameOf(status), by, note)),
        };
}
