using OrleansWallet.Contracts.Processes;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Journal;
using OrleansWallet.Journal.Processes;

namespace OrleansWallet.Grains.Processes;

/// <summary>
/// One process: decides by its kind's rules, commits by compare-and-set, takes the steps that
/// the committed state calls for, and commits what their answers make of it.
/// </summary>
/// <remarks>
/// One call at a time. Another live copy of the process may exist: then the version decides, and
/// the copy that lost reads again. Steps that both copies take have one key.
/// </remarks>
public sealed class ProcessGrain : IProcessGrain
{
    private readonly ProcessId _id;
    private readonly GrainServices _services;
    private readonly ProcessServices _processes;
    private readonly IProcessRules _rules;
    private readonly StepRunner _steps;
    private readonly TurnLock _calls = new();
    private ProcessState? _state;
    private long _version;
    private bool _loaded;

    public ProcessGrain(ProcessId id, GrainServices services)
    {
        _id = id;
        _services = services;
        _processes = services.Processes
            ?? throw new InvalidOperationException("this engine was given no processes");
        _rules = _processes.Rules[id.Kind];
        _steps = new StepRunner(services, _processes);
    }

    private DateTimeOffset Now => _services.Time.GetUtcNow();

    public async ValueTask<ProcessAnswer> Act(
        ProcessAction action, CancellationToken cancellationToken = default)
    {
        await _calls.Enter();
        try
        {
            return await ActInTurn(action);
        }
        catch (JournalUnavailableException)
        {
            Forget();
            return ProcessAnswer.NotAccepted.Instance;
        }
        catch (Exception e)
        {
            GrainLog.ProcessBug(_services.Logger, e, _id.Kind);
            Forget();
            return ProcessAnswer.OutcomeUnknown.Instance;
        }
        finally
        {
            LetGo();
            _calls.Leave();
        }
    }

    public async ValueTask<ProcessState?> Get(CancellationToken cancellationToken = default)
    {
        try
        {
            return await _processes.Journal.Load(_id, cancellationToken) is { } row
                ? _processes.Json.Read(_id.Kind, row.State)
                : null;
        }
        catch (JournalUnavailableException e)
        {
            throw new WalletUnavailableException(e.Message, e);
        }
    }

    public async ValueTask Resume(CancellationToken cancellationToken = default)
    {
        await _calls.Enter();
        try
        {
            if (await TryLoad())
            {
                await Drive();
                await MeetDeadline();
            }
        }
        catch (JournalUnavailableException)
        {
            // The scan comes again.
            Forget();
        }
        catch (Exception e)
        {
            GrainLog.ProcessBug(_services.Logger, e, _id.Kind);
            Forget();
        }
        finally
        {
            LetGo();
            _calls.Leave();
        }
    }

    private async ValueTask<ProcessAnswer> ActInTurn(ProcessAction action)
    {
        // What is not in memory most often does not exist yet: the insert itself is the look.
        if (!_loaded
            && _rules.Decide(_id, null, action, Now) is ProcessDecision.Accepted first
            && await Commit(first.State.Remember(action)) is { } begun)
        {
            return begun;
        }

        var fresh = !_loaded;
        if (fresh && !await TryLoad())
        {
            return ProcessAnswer.NotAccepted.Instance;
        }

        while (true)
        {
            if (FindReplay(action) is { } replay)
            {
                return replay;
            }

            switch (_rules.Decide(_id, _state, action, Now))
            {
                // A refusal may be that of a copy which another one has overtaken.
                case ProcessDecision.Refused when !fresh:
                    break;
                case ProcessDecision.Refused refused:
                    return new ProcessAnswer.Refused(refused.Refusal);
                case ProcessDecision.Accepted accepted:
                    if (await Commit(accepted.State.Remember(action)) is { } answer)
                    {
                        return answer;
                    }

                    break;
            }

            if (!await TryLoad())
            {
                return ProcessAnswer.NotAccepted.Instance;
            }

            fresh = true;
        }
    }

    /// <returns>Null when another copy was first.</returns>
    private async ValueTask<ProcessAnswer?> Commit(ProcessState decided) =>
        await Write(decided) switch
        {
            ProcessCommit.Done => await FinishTaken(),
            ProcessCommit.Conflict => null,
            ProcessCommit.NotAccepted => ProcessAnswer.NotAccepted.Instance,
            _ => ProcessAnswer.OutcomeUnknown.Instance,
        };

    // The action is committed: whatever fails from here on, it is no longer not accepted.
    private async ValueTask<ProcessAnswer> FinishTaken()
    {
        try
        {
            await Drive();
        }
        catch (JournalUnavailableException)
        {
            Forget();
        }

        return _state is null
            ? ProcessAnswer.OutcomeUnknown.Instance
            : new ProcessAnswer.Done(_state, _version);
    }

    private ProcessAnswer? FindReplay(ProcessAction action)
    {
        if (_state is null)
        {
            return null;
        }

        foreach (var request in _state.Requests)
        {
            if (request.Key == action.Request)
            {
                return request.Fingerprint == action.Fingerprint
                    ? new ProcessAnswer.Done(
                        _state.AsOf(request.EventCount), _version, Replayed: true)
                    : new ProcessAnswer.Refused(new ProcessRefusal(
                        ProcessRefusalCode.RequestReusedWithOtherInput,
                        "this key was used with other input"));
            }
        }

        return null;
    }

    /// <summary>Takes steps until the process rests or an answer is not known yet.</summary>
    private async ValueTask Drive()
    {
        while (_state is { } state && _rules.Next(state) is { } step)
        {
            if (await _steps.Run(step) is not { } result)
            {
                return;
            }

            var next = _rules.Conclude(state, result, Now);
            if (IsProgress(state, next))
            {
                _state = next;
                continue;
            }

            switch (await Write(next))
            {
                case ProcessCommit.Done:
                    break;
                case ProcessCommit.Conflict:
                    await TryLoad();
                    break;
                default:
                    // The intention is committed; the scan takes the step again.
                    return;
            }
        }
    }

    // Within one intention nothing is committed: after a crash the steps' keys bring it back.
    private bool IsProgress(ProcessState before, ProcessState after) =>
        after.StatusName == before.StatusName && after.Events.Length == before.Events.Length
        && _rules.Next(after) is not null;

    private async ValueTask MeetDeadline()
    {
        while (_state is { Deadline: { } deadline } state && deadline <= Now
            && _rules.Next(state) is null)
        {
            var since = state.DeadlineSince ?? state.CreatedAt;
            var moved = Outage.Move(
                deadline, since,
                await _processes.Journal.FindOutages(since, CancellationToken.None));
            var next = moved > Now
                ? state with { Deadline = moved, DeadlineSince = Now }
                : _rules.Elapse(state, Now);
            switch (await Write(next))
            {
                case ProcessCommit.Done:
                    await Drive();
                    break;
                case ProcessCommit.Conflict:
                    await TryLoad();
                    break;
                default:
                    return;
            }
        }
    }

    /// <returns>False when the journal is away: then no state is known.</returns>
    private async ValueTask<bool> TryLoad()
    {
        Forget();
        ProcessRow? row;
        try
        {
            row = await _processes.Journal.Load(_id, CancellationToken.None);
        }
        catch (JournalUnavailableException)
        {
            return false;
        }

        if (row is not null)
        {
            _state = _processes.Json.Read(_id.Kind, row.State);
            _version = row.Version;
        }

        _loaded = true;
        return true;
    }

    private async ValueTask<ProcessCommit> Write(ProcessState next)
    {
        var before = _state;
        var result = await _processes.Journal.Write(new ProcessWrite(
            _id, _version, next.StatusName, next.Deadline,
            // In case that this server does not live to take the step.
            _rules.Next(next) is null ? null : _services.Options.RecoveryAge,
            _processes.Json.Write(next), _version == 0 ? next.Parties : []));
        if (result == ProcessCommit.Done)
        {
            _state = next;
            _version++;
            _loaded = true;
            GrainMetrics.Moved(_id.Kind, next.StatusName);
            _processes.Stream.Publish(new ProcessChanged(next, _version));
            TellRefused(before, next);
        }
        else if (result == ProcessCommit.InDoubt)
        {
            Forget();
        }

        return result;
    }

    // Nobody else waits for it: without an admin it may be tried again for ever.
    private void TellRefused(ProcessState? before, ProcessState next)
    {
        var number = next.RefusedTry;
        if (number == 0 || before?.RefusedTry == number)
        {
            return;
        }

        GrainMetrics.StepRefused(_id.Kind, next.StatusName);
        if (int.IsPow2(number))
        {
            GrainLog.StepRefused(
                _services.Logger, _id.Kind, _id.Value, next.StatusName, number, next.Deadline);
        }
    }

    // Thousands end each second, and a grain stays for minutes after its last call.
    private void LetGo()
    {
        if (_state is { IsOver: true })
        {
            Forget();
        }
    }

    private void Forget()
    {
        _state = null;
        _version = 0;
        _loaded = false;
    }
}
