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

    private readonly SimScheduler _scheduler;
    private readonly SimProcessTable _table;
    private readonly Dictionary<ProcessKind, KindAudit> _kinds;
    private readonly Dictionary<ProcessId, ModelProcess> _processes = [];

    public ProcessAudit(SimScheduler scheduler, SimProcessTable table)
    {
        _scheduler = scheduler;
        _table = table;
        Requests = new RequestAudit(scheduler, _processes);
        var allowances = new AllowanceAudit();
        var withdrawals = new WithdrawalAudit(allowances);
        var referrals = new ReferralAudit();
        var commissions = new CommissionAudit(referrals);
        var trades = new TradeAudit(commissions);
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
            [ProcessKind.Order] = new OrderAudit(commissions),
            [ProcessKind.Referral] = referrals,
            [ProcessKind.ReferralCode] = new ReferralCodeAudit(),
        };
        table.Committed = Committed;
    }

    public RequestAudit Requests { get; }

    public PayoutAudit Payouts { get; }

    public DepositAudit Deposits { get; }

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

    private void Committed(SimProcessRow row, ProcessState state)
    {
        _scheduler.Trace.Add(Trace.NumberOf(row.Id.Value), row.Version);
        _scheduler.Trace.Event(_scheduler.Now, row.Id.Value, row, row, static (row, _) =>
            $"committed version {row.Version}: {row.Status}");
        var key = row.Id;
        if (!_processes.TryGetValue(key, out var model))
        {
            _processes.Add(key, model = new ModelProcess());
        }

        var before = model.Path.Count == 0 ? "" : model.Path[^1];
        if (!LegalPaths.Allow(row.Id.Kind, before, row.Status))
        {
            throw Breach("7 legal paths", row.Id.Value, $"{row.Status} follows {before}");
        }

        var change = new ProcessChange(
            row.Id.Value, before, row.Status, model.Last, state,
            Requests.CauseOf(key, model.Last, state))
        {
            CommittedAt = SimTime.At(_scheduler.Now),
        };
        model.Path.Add(row.Status);
        model.Last = state;
        _kinds[row.Id.Kind].Committed(change);
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

    private static BreachException Breach(string invariant, string id, string what) =>
        new(invariant, $"{id}: {what}", [id]);

}
