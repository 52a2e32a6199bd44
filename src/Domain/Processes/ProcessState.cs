using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Domain.Processes;

/// <summary>A process as it is committed. Immutable; stored as JSON.</summary>
public abstract record ProcessState
{
    /// <summary>Requests that are remembered to be told again.</summary>
    public const int RequestsMax = 64;

    public required ProcessId Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When something happens by itself; null while nothing does.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>Since when <see cref="Deadline"/> runs: outages after it move the deadline.</summary>
    public DateTimeOffset? DeadlineSince { get; init; }

    /// <summary>What happened, oldest first.</summary>
    public ImmutableArray<ProcessEvent> Events { get; init; } = [];

    /// <summary>The last requests that took effect, oldest first.</summary>
    public ImmutableArray<ProcessRequest> Requests { get; init; } = [];

    /// <summary>The status on the wire, snake case.</summary>
    [JsonIgnore]
    public abstract string StatusName { get; }

    /// <summary>
    /// While it waits to take a step again that a wallet refused: which try that was, from 1.
    /// Else 0.
    /// </summary>
    [JsonIgnore]
    public virtual int RefusedTry => 0;

    /// <summary>
    /// True when nothing more is to come, as a rule: no money is left to move. It need not stay in
    /// memory, for what still comes is read again.
    /// </summary>
    [JsonIgnore]
    public virtual bool IsOver => false;

    /// <summary>Whose lists show it.</summary>
    [JsonIgnore]
    public abstract IReadOnlyList<WalletId> Parties { get; }

    /// <summary>The state as the answer after so many events showed it.</summary>
    public virtual ProcessState AsOf(int eventCount) => this;

    /// <summary>The state with the action among its requests.</summary>
    public ProcessState Remember(ProcessAction action)
    {
        var kept = Requests.Length < RequestsMax ? Requests : Requests.RemoveAt(0);
        return this with
        {
            Requests = kept.Add(
                new ProcessRequest(action.Request, action.Fingerprint, Events.Length)),
        };
    }
}
