using OrleansWallet.Contracts.Processes;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Simulation.Core;

namespace OrleansWallet.Simulation.Audit.Processes;

/// <summary>
/// A request takes effect at most once and keeps its answer; what is told as done is committed,
/// and what is told as not accepted is not.
/// </summary>
internal sealed class RequestAudit(
    SimScheduler scheduler, IReadOnlyDictionary<ProcessId, ModelProcess> processes)
{
    private readonly Dictionary<(ProcessId Process, UInt128 Request), RequestHistory> _requests = [];

    public RequestHistory Asked(ProcessId id, ProcessAction action)
    {
        Note(id.Value, action, action, static (action, _) =>
            $"asked {action.GetType().Name} by {action.By.Id} ({action.Request})");
        var key = (id, action.Request);
        if (!_requests.TryGetValue(key, out var history))
        {
            _requests.Add(key, history = new RequestHistory(id, action));
        }

        return history;
    }

    public void Answered(RequestHistory asked, ProcessAction action, ProcessAnswer answer)
    {
        var id = asked.Process.Value;
        Note(id, action, answer, static (action, answer) =>
            $"answered {Text(answer)} ({action.Request})");
        switch (answer)
        {
            case ProcessAnswer.Done done:
                CheckDone(asked, action, done);
                break;
            case ProcessAnswer.Refused when asked.Done == action.Fingerprint && IsRemembered(asked):
                throw Breach("3 the same answer", id, "what was done is refused");
            case ProcessAnswer.Refused
            {
                Refusal.Code: ProcessRefusalCode.RequestReusedWithOtherInput,
            } when !asked.IsTaken:
                throw Breach("3 the same input is taken", id, $"{action.Request} was never used");
            case ProcessAnswer.NotAccepted:
                asked.Denied++;
                CheckDenied(asked);
                break;
        }
    }

    /// <summary>The action whose request a version is the first to know; null for none.</summary>
    public ProcessAction? CauseOf(ProcessId key, ProcessState? was, ProcessState state)
    {
        if (state.Requests.IsEmpty
            || (was is { Requests: [.., var last] } && last == state.Requests[^1]))
        {
            return null;
        }

        var request = state.Requests[^1].Key;
        if (was is not null && was.Requests.Any(r => r.Key == request))
        {
            throw Breach("3 at most once", state.Id.Value, "a request took effect twice");
        }

        if (!_requests.TryGetValue((key, request), out var history))
        {
            throw Breach("3 at most once", state.Id.Value, "nobody asked for that");
        }

        history.IsTaken = true;
        CheckDenied(history);
        return history.Action;
    }

    private void CheckDone(RequestHistory asked, ProcessAction action, ProcessAnswer.Done done)
    {
        var id = asked.Process.Value;
        if (!processes.TryGetValue(asked.Process, out var model)
            || model.Path.Count < done.Version || !asked.IsTaken)
        {
            throw Breach("4 answered means durable", id, $"version {done.Version} is not committed");
        }

        if (!done.Replayed && model.Path[(int)done.Version - 1] != done.State.StatusName)
        {
            throw Breach(
                "4 durable before told", id,
                $"version {done.Version} was told as {done.State.StatusName}");
        }

        if (asked.Done is { } first && first != action.Fingerprint)
        {
            throw Breach("3 other input is refused", id, $"{action.Request} was done with both");
        }

        asked.Done = action.Fingerprint;
    }

    // A process forgets requests after a while.
    private bool IsRemembered(RequestHistory asked) =>
        processes[asked.Process].Last!.Requests.Any(r => r.Key == asked.Action.Request);

    private static void CheckDenied(RequestHistory history)
    {
        if (history.IsTaken && history.IsDenied)
        {
            throw Breach(
                "4 not accepted means not done", history.Process.Value,
                $"{history.Action.GetType().Name} took effect, and its callers were told that "
                + "nothing was done");
        }
    }

    private void Note<T, TMore>(string id, T of, TMore more, Func<T, TMore, string> text)
        where T : class
        where TMore : class =>
        scheduler.Trace.Event(scheduler.Now, id, of, more, text);

    private static BreachException Breach(string invariant, string id, string what) =>
        new(invariant, $"{id}: {what}", [id]);

    private static string Text(ProcessAnswer answer) => answer switch
    {
        ProcessAnswer.Done done =>
            $"{done.State.StatusName} version {done.Version}{(done.Replayed ? " again" : "")}",
        ProcessAnswer.Refused refused => $"refused {refused.Refusal.Code}",
        _ => answer.GetType().Name,
    };
}
