using OrleansWallet.Api.Processes;
using OrleansWallet.Contracts.Processes;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Withdrawals;
using OrleansWallet.Grains.Payments;
using OrleansWallet.Journal.Processes;

namespace OrleansWallet.Api.Deposits;

/// <summary>Tells a withdrawal what the provider said of its payout.</summary>
internal sealed class PayoutNews(ProcessCalls calls, IProcessQueries queries)
{
    // Members of the state: the payout under way, and those of attempts before.
    private const string PayoutMember = "payout_id";
    private const string FormerMember = "former_payouts";

    /// <returns>Null when no withdrawal has this payout, or none yet: each asks by itself, too.
    /// </returns>
    public async ValueTask<ProcessAnswer?> Tell(IpnNotice.OfPayout notice, UInt128 request)
    {
        if (await Find(notice.PayoutId) is not { } id)
        {
            return null;
        }

        var action = new WithdrawalAction.Report(notice.PayoutId, notice.Outcome, notice.Detail)
        {
            By = IpnReceiver.By,
            Request = request,
        };
        return await calls.Act(id, action, CancellationToken.None);
    }

    private async ValueTask<ProcessId?> Find(string payoutId)
    {
        var filter = new ProcessFilter { Kind = ProcessKind.Withdrawal, Limit = 1 };
        var current = filter with
        {
            Members = new Dictionary<string, string> { [PayoutMember] = payoutId },
        };
        var former = filter with { Contains = (FormerMember, payoutId) };
        var rows = await queries.List(current, CancellationToken.None);
        rows = rows is [] ? await queries.List(former, CancellationToken.None) : rows;
        return rows is [var row] ? row.Row.Id : null;
    }
}
