using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Domain.Withdrawals;
using OrleansWallet.Simulation.Outside;
using OrleansWallet.Simulation.Workload;

namespace OrleansWallet.Simulation.Audit.Processes;

/// <summary>
/// What is locked is paid once or comes back once, never both; the fee is the platform's; and
/// nobody decides on money of his own.
/// </summary>
internal sealed class WithdrawalAudit(AllowanceAudit allowances) : KindAudit("withdrawals")
{
    private readonly SortedDictionary<string, ModelWithdrawal> _withdrawals =
        new(StringComparer.Ordinal);

    public ModelWithdrawal? Find(string id) => _withdrawals.GetValueOrDefault(id);

    public override void Committed(ProcessChange change)
    {
        var state = (WithdrawalState)change.State;
        if (!_withdrawals.TryGetValue(change.Id, out var withdrawal))
        {
            var asked = change.Cause as WithdrawalAction.Create
                ?? throw Breach(change.Id, $"it began by {change.Cause}");
            withdrawal = new ModelWithdrawal(asked, FeeOf(asked.Amount));
            _withdrawals.Add(change.Id, withdrawal);
        }

        if (state.Amount != withdrawal.Asked.Amount || state.Fee.Minor != withdrawal.Fee
            || state.User != withdrawal.Asked.User)
        {
            throw Breach(change.Id, $"{state.Amount} and {state.Fee} is not what was asked for");
        }

        if (change.IsMove)
        {
            CheckMove(change, withdrawal);
        }

        withdrawal.Last = state;
    }

    public override void Add(string id, ModelWallet wallet, Entry entry)
    {
        if (Find(id) is not { } withdrawal)
        {
            throw Breach(id, $"{entry.Kind} before it is committed");
        }

        var status = withdrawal.Status;
        var minor = entry.Amount!.Value.Minor;
        if (entry.Kind == EntryKind.Accepted)
        {
            RequireIntended(wallet.Id == "platform:fees", id, wallet, entry, status);
            return;
        }

        RequireIntended(wallet.Id == withdrawal.Asked.User.Value, id, wallet, entry, status);
        switch (entry.Kind)
        {
            case EntryKind.Locked:
                RequireIntended(
                    status == "locking" && minor == withdrawal.Total && withdrawal.Locked == 0,
                    id, wallet, entry, status);
                withdrawal.Locked = minor;
                break;
            case EntryKind.Unlocked:
                RequireIntended(
                    status is "rejecting" or "cancelling" && minor == withdrawal.Total,
                    id, wallet, entry, status);
                withdrawal.Unlocked += minor;
                break;
            case EntryKind.Released:
                RequireIntended(
                    status == "finishing" && minor == withdrawal.Amount
                    && entry.Counterparty?.Value == "world:nowpayments",
                    id, wallet, entry, status);
                withdrawal.Captured += minor;
                break;
            case EntryKind.SentFromHold:
                RequireIntended(
                    status == "finishing" && minor == withdrawal.Fee
                    && entry.Counterparty?.Value == "platform:fees",
                    id, wallet, entry, status);
                withdrawal.FeeSent += minor;
                break;
            case EntryKind.ReturnedToHold:
                withdrawal.FeeSent -= minor;
                break;
            default:
                throw Breach(id, $"{entry.Kind} of {entry.Amount}");
        }

        if (withdrawal.Left < 0)
        {
            throw Breach(id, $"more left the hold than was locked: {entry.Kind} of {entry.Amount}");
        }
    }

    public override void CheckQuiet()
    {
        foreach (var (id, withdrawal) in _withdrawals)
        {
            CheckMoney(id, withdrawal);
            CheckLimit(id, withdrawal);
        }
    }

    // A flat fee and a share, cut; for BTC none.
    private static Int128 FeeOf(Amount amount) => amount.Currency.Code == "USD"
        ? SimTerms.WithdrawalFlatFee + (amount.Minor * SimTerms.WithdrawalShare / 10_000)
        : 0;

    // Who may bring it there.
    private void CheckMove(ProcessChange change, ModelWithdrawal withdrawal)
    {
        var user = withdrawal.Asked.User.Value;
        var fits = change.Status switch
        {
            "requested" => change.IsByUser(user)
                // A retry may come when the address's waiting time is over.
                // By whatever clock: they are minutes apart, an address waits for an hour.
                && !(withdrawal.Asked.UsableFrom > change.State.CreatedAt)
                && !(withdrawal.Asked.UsableFrom > change.CommittedAt),
            "paying" => change is { Cause: WithdrawalAction.Approve } && change.IsByOtherAdmin(user),
            "rejecting" => change is { Cause: WithdrawalAction.Reject } && change.IsByOtherAdmin(user),
            "cancelling" => change is { Cause: WithdrawalAction.Cancel } && change.IsByUser(user),
            "locking" => allowances.Reserved(user, withdrawal.Asked.Amount, change.Id)
                == withdrawal.Amount,
            "pending" => withdrawal.Locked == withdrawal.Total,
            "finishing" => withdrawal.Payouts.Any(p => p.Fate == PayoutFate.Finished),
            _ => change.Cause is null or WithdrawalAction.Report,
        };
        if (!fits)
        {
            throw Breach(
                change.Id, $"{change.Status} follows {change.Before} by {change.Cause?.By}");
        }

        // What certainly failed is given back with open eyes; the rest is an admin's word.
        withdrawal.IsDecidedBlind |= change.Status == "rejecting"
            && change.Was is WithdrawalState { Status: WithdrawalStatus.Review, PayoutFailed: false };
    }

    private void CheckMoney(string id, ModelWithdrawal withdrawal)
    {
        var (total, left) = (withdrawal.Total, withdrawal.Left);
        var isPaused = withdrawal.Last!.Pausing;
        var none = withdrawal is { Captured: var captured, FeeSent: var fee }
            && captured == 0 && fee == 0;
        var fits = withdrawal.Status switch
        {
            "pending" => left == total && none && withdrawal.Payouts.Count == 0,
            "sent" or "review" => left == total && none,
            "finishing" => isPaused && withdrawal.Unlocked == 0 && withdrawal.FeeSent == 0,
            "finished" => left == 0 && withdrawal.Captured == withdrawal.Amount
                && withdrawal.FeeSent == withdrawal.Fee,
            "rejected" or "cancelled" => withdrawal.Unlocked == total && left == 0 && none,
            "refused" => withdrawal.Locked == 0,
            _ => isPaused && left == total,
        };
        if (!fits)
        {
            throw Breach(
                id,
                $"{withdrawal.Status}: {withdrawal.Locked} locked, {withdrawal.Unlocked} unlocked, "
                + $"{withdrawal.Captured} paid, {withdrawal.FeeSent} to the platform");
        }

        // What comes back was not paid: but for a provider that changed its word.
        if (withdrawal.Unlocked > 0 && !withdrawal.IsDecidedBlind
            && withdrawal.Payouts.Any(p => ModelWithdrawal.IsAlive(p) && !p.TurnedAround))
        {
            throw Breach(id, "it was paid and given back");
        }
    }

    private void CheckLimit(string id, ModelWithdrawal withdrawal)
    {
        var reserved = allowances.Reserved(
            withdrawal.Asked.User.Value, withdrawal.Asked.Amount, id);
        var cameToNothing = withdrawal.Status is "rejected" or "cancelled" or "refused";
        if (cameToNothing ? reserved is not null : reserved != withdrawal.Amount)
        {
            throw Breach(id, $"{withdrawal.Status}, and {reserved} of the limit are reserved");
        }
    }
}
