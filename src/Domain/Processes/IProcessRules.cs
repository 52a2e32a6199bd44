namespace OrleansWallet.Domain.Processes;

/// <summary>
/// The pure rules of one kind of process. Each status that moves money is an intention that is
/// committed before its command is sent, so of two racing outcomes one intention wins and only
/// its command is ever sent.
/// </summary>
public interface IProcessRules
{
    ProcessKind Kind { get; }

    /// <summary>What becomes of an action; <paramref name="state"/> is null for a new process.</summary>
    ProcessDecision Decide(
        ProcessId id, ProcessState? state, ProcessAction action, DateTimeOffset now);

    /// <summary>The step that a committed state calls for; null when it rests.</summary>
    ProcessStep? Next(ProcessState state);

    /// <summary>The state after the answer to its step.</summary>
    ProcessState Conclude(ProcessState state, StepResult result, DateTimeOffset now);

    /// <summary>The state after its deadline passed.</summary>
    ProcessState Elapse(ProcessState state, DateTimeOffset now);
}
