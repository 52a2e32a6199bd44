namespace OrleansWallet.Domain.Processes;

/// <summary>What becomes of an action. Closed: the nested records are all.</summary>
public abstract record ProcessDecision
{
    private ProcessDecision()
    {
    }

    public static implicit operator ProcessDecision(ProcessState state) => new Accepted(state);

    public static ProcessDecision Refuse(ProcessRefusalCode code, string detail) =>
        new Refused(new ProcessRefusal(code, detail));

    /// <summary>The state to commit by compare-and-set.</summary>
    public sealed record Accepted(ProcessState State) : ProcessDecision;

    /// <summary>Nothing changes.</summary>
    public sealed record Refused(ProcessRefusal Refusal) : ProcessDecision;
}
