namespace OrleansWallet.Domain.Processes;

/// <summary>The rules of a kind of process, by its own types.</summary>
public abstract class ProcessRules<TState, TAction> : IProcessRules
    where TState : ProcessState
    where TAction : ProcessAction
{
    public abstract ProcessKind Kind { get; }

    ProcessDecision IProcessRules.Decide(
        ProcessId id, ProcessState? state, ProcessAction action, DateTimeOffset now) =>
        Decide(id, (TState?)state, (TAction)action, Latest(state, now));

    ProcessStep? IProcessRules.Next(ProcessState state) => Next((TState)state);

    ProcessState IProcessRules.Conclude(
        ProcessState state, StepResult result, DateTimeOffset now) =>
        Conclude((TState)state, result, Latest(state, now));

    ProcessState IProcessRules.Elapse(ProcessState state, DateTimeOffset now) =>
        Elapse((TState)state, Latest(state, now));

    /// <inheritdoc cref="IProcessRules.Decide"/>
    public abstract ProcessDecision Decide(
        ProcessId id, TState? state, TAction action, DateTimeOffset now);

    /// <inheritdoc cref="IProcessRules.Next"/>
    public virtual ProcessStep? Next(TState state) => null;

    /// <inheritdoc cref="IProcessRules.Conclude"/>
    public virtual TState Conclude(TState state, StepResult result, DateTimeOffset now) =>
        throw new InvalidOperationException($"{Kind} has no steps");

    /// <inheritdoc cref="IProcessRules.Elapse"/>
    public virtual TState Elapse(TState state, DateTimeOffset now) =>
        state with { Deadline = null, DeadlineSince = null };

    // Servers' clocks differ; a process's own times never fall.
    private static DateTimeOffset Latest(ProcessState? state, DateTimeOffset now)
    {
        now = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % 10), TimeSpan.Zero);
        return state is { Events: [.., var last] } && last.At > now ? last.At : now;
    }
}
