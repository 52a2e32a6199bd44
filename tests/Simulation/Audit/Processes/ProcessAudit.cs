using OrleansWallet.Contracts.Processes;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Simulation.Core;
using OrleansWallet.Simulation.Store;

namespace OrleansWallet.Simulation.Audit.Processes;

/// <summary>
/// Watches every committed state of every process, every answer and every entry of theirs: each
/// path is legal, each command was preceded by its intention, and what is told is committed.
/// </summary>
internal sealed class ProcessAudit
{
    private const string Prefix = "proc:";

    private static readonly TimeSpan _restMax = TimeSpan.FromSeconds(30);

    // Shared: what it learns of the types is dear.
    private static readonly ProcessJson _json = new(CurrencyRegistry.Default);
    private readonly SimScheduler _scheduler;
    private readonly SimProcessTable _table;
    private readonly Dictionary<ProcessKind, KindAudit> _kinds;
    private readonly Dictionary<string, ModelProcess> _processes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Process, UInt128 Request), RequestHistory> _requests = [];

    public ProcessAudit(SimScheduler scheduler, SimProcessTable table)
    {
        _scheduler = scheduler;
        _table = table;
        var allowances = new AllowanceAudit();
        var withdrawals = new WithdrawalAudit(allowances);
        var trades = new TradeAudit();
        Payouts = new PayoutAudit(withdrawals, scheduler);
        Deposits = new DepositAudit();
        _kinds = new Dictionary<ProcessKind, KindAudit>
        {
            [ProcessKind.Trade] = trades,
            [ProcessKind.Offer] = new OfferAudit(trades),
            [ProcessKind.Withdrawal] = withdrawals,
            [ProcessKind.Allowance] = allowances,
            [ProcessKind.Deposit] = Deposits,
            [ProcessKind.TopUp] = new TopUpAudit(),
            [ProcessKind.Order] = new OrderAudit(),
        };
        table.Committed = Committed;
    }

    public PayoutAudit Payouts { get; }

    public DepositAudit Deposits { get; }

    public RequestHistory Asked(ProcessId id, ProcessAction action)
    {
        Note(id.Value, () => $"asked {action.GetType().Name} by {action.By.Id} ({action.Request})");
        var key = (id.ToString(), action.Request);
        if (!_requests.TryGetValue(key, out var history))
        {
            _requests.Add(key, history = new RequestHistory(id, action));
        }

        return history;
    }

    public void Answered(RequestHistory asked, ProcessAction action, ProcessAnswer answer)
    {
        var id = asked.Process.Value;
        Note(id, () => $"answered {Text(answer)} ({action.Request})");
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

    /// <summary>An entry that is committed; of processes, those with their reference.</summary>
    public void Add(ModelWallet wallet, Entry entry)
    {
        if (entry.Amount is null)
        {
            return;
        }

        var reference = entry.Reference.Value;
        if (reference.StartsWith(Prefix, StringComparison.Ordinal))
        {
            var end = reference.IndexOf(':', Prefix.Length);
            var id = end < 0 ? reference[Prefix.Length..] : reference[Prefix.Length..end];
            KindOf(id).Add(id, wallet, entry);
        }
        else if (entry.Type.Value == DepositAudit.Type)
        {
            Deposits.Add(reference, wallet, entry);
        }
    }

    public void CheckQuiet()
    {
        var restingSince = SimTime.At(_scheduler.Now) - _restMax;
        foreach (var row in _table.Rows.Values)
        {
            if (row.DueAt < restingSince)
            {
                throw Breach("quiet", row.Id.Value, $"{row.Status} was left lying");
            }
        }

        foreach (var kind in _kinds.Values)
        {
            kind.CheckQuiet();
        }
    }

    private void Committed(SimProcessRow row)
    {
        _scheduler.Trace.Add(Trace.NumberOf(row.Id.Value), row.Version);
        Note(row.Id.Value, () => $"committed version {row.Version}: {row.Status}");
        var key = row.Id.ToString();
        if (!_processes.TryGetValue(key, out var model))
        {
            _processes.Add(key, model = new ModelProcess());
        }

        var state = _json.Read(row.Id.Kind, row.State);
        var before = model.Path.Count == 0 ? "" : model.Path[^1];
        if (!LegalPaths.Allow(row.Id.Kind, before, row.Status))
        {
            throw Breach("7 legal paths", row.Id.Value, $"{row.Status} follows {before}");
        }

        var change = new ProcessChange(
            row.Id.Value, before, row.Status, model.Last, state, CauseOf(key, model.Last, state));
        model.Path.Add(row.Status);
        model.Last = state;
        _kinds[row.Id.Kind].Committed(change);
    }

    // The request that this version is the first to know.
    private ProcessAction? CauseOf(string key, ProcessState? was, ProcessState state)
    {
        if (state.Requests.IsEmpty || (was is { Requests: [.., var last] } && last == state.Requests[^1]))
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
        if (!_processes.TryGetValue(asked.Process.ToString(), out var model)
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
        _processes[asked.Process.ToString()].Last!.Requests.Any(r => r.Key == asked.Action.Request);

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

    // The workload names each kind's processes in its own way.
    private KindAudit KindOf(string id) => id[..2] switch
    {
        "tr" => _kinds[ProcessKind.Trade],
        "wd" => _kinds[ProcessKind.Withdrawal],
        "to" => _kinds[ProcessKind.TopUp],
        "or" => _kinds[ProcessKind.Order],
        _ => throw Breach("6 history", id, "no process has such a name"),
    };

    private void Note(string id, Func<string> text) =>
        _scheduler.Trace.Event(_scheduler.Now, id, text);

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
