using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Processes;

/// <summary>What became of a step. Closed: the nested records are all.</summary>
public abstract record StepResult
{
    private StepResult()
    {
    }

    /// <summary>The wallet's command took effect.</summary>
    /// <param name="Returned">A posting of it was refused by its destination and came back.</param>
    public sealed record Done(bool Returned) : StepResult;

    /// <summary>The wallet refused; nothing changed.</summary>
    public sealed record Refused(Refusal Refusal) : StepResult;

    /// <summary>The other process took it.</summary>
    public sealed record Taken(ProcessState State) : StepResult;

    /// <summary>The other process refused it.</summary>
    public sealed record NotTaken(ProcessRefusal Refusal) : StepResult;

    /// <summary>The provider answered.</summary>
    public sealed record Answered(OutsideAnswer Answer) : StepResult;
}
