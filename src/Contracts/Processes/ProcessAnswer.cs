using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Contracts.Processes;

/// <summary>What became of an action. Closed: the nested records are all.</summary>
public abstract record ProcessAnswer
{
    private ProcessAnswer()
    {
    }

    /// <summary>It took effect and is durable.</summary>
    /// <param name="State">
    /// The process when the answer was given. A status that moves money means that the wallet has
    /// not answered yet; it will, whatever crashes.
    /// </param>
    /// <param name="Version">The version of that state.</param>
    /// <param name="Replayed">True when an earlier call of the same request did it.</param>
    public sealed record Done(ProcessState State, long Version, bool Replayed = false)
        : ProcessAnswer;

    /// <summary>It was refused and changed nothing.</summary>
    public sealed record Refused(ProcessRefusal Refusal) : ProcessAnswer;

    /// <summary>Nothing was done: the journal was away or its queue full. Ask again later.</summary>
    public sealed record NotAccepted : ProcessAnswer
    {
        public static readonly NotAccepted Instance = new();
    }

    /// <summary>It may or may not have happened. Ask again with the same request.</summary>
    public sealed record OutcomeUnknown : ProcessAnswer
    {
        public static readonly OutcomeUnknown Instance = new();
    }
}
