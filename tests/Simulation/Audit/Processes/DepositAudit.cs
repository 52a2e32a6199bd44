using OrleansWallet.Domain.Deposits;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Simulation.Audit.Processes;

/// <summary>
/// A payment is credited at most once, to whom it belongs, with what the provider said was paid;
/// one that is parked only by an admin or when the provider's news clear it up.
/// </summary>
internal sealed class DepositAudit() : KindAudit("deposits")
{
    /// <summary>The transaction type of its credits, which have the payment's id for a reference.
    /// </summary>
    public const string Type = "deposit_nowpayments";

    private readonly SortedDictionary<string, ModelDeposit> _deposits = new(StringComparer.Ordinal);

    /// <summary>What the provider says of a payment, whether or not it is heard.</summary>
    public void Announced(string id, DepositStatus status, Amount? paid)
    {
        if (status is DepositStatus.Finished or DepositStatus.PartiallyPaid && paid is { } sum)
        {
            DepositOf(id).Creditable.Add(sum);
        }
    }

    public override void Committed(ProcessChange change)
    {
        var state = (DepositState)change.State;
        var deposit = DepositOf(change.Id);
        var was = (DepositState?)change.Was;
        if (was is not null && (int)state.Status < (int)was.Status)
        {
            throw Breach(change.Id, $"{state.Status} follows {was.Status}");
        }

        if (change.Cause is DepositAction.Resolve { Paid: { } read })
        {
            deposit.Resolved.Add(read);
        }

        var before = was?.Credit ?? DepositCredit.None;
        if (before != state.Credit && !IsLegal(change, before, state))
        {
            throw Breach(
                change.Id, $"{state.Credit} follows {before} by {change.Cause?.By}: {change.Cause}");
        }

        var isSettled = before is DepositCredit.Crediting or DepositCredit.Credited;
        if (isSettled && (state.Paid != was!.Paid || state.User != was.User))
        {
            throw Breach(change.Id, $"{state.Paid} to {state.User} in place of {was.Paid}");
        }

        CheckTaken(change, before, state);
        deposit.Last = state;
    }

    public override void Add(string id, ModelWallet wallet, Entry entry)
    {
        if (!_deposits.TryGetValue(id, out var deposit) || deposit.Last is not { } state)
        {
            throw Breach(id, "it was credited before it was committed");
        }

        var amount = entry.Amount!.Value;
        RequireIntended(
            state.Credit == DepositCredit.Crediting && entry.Kind == EntryKind.Credited
            && state.Paid == amount && state.User?.Value == wallet.Id,
            id, wallet, entry, $"{state.Credit}");
        if (!deposit.Creditable.Contains(amount) && !deposit.Resolved.Contains(amount))
        {
            throw Breach(id, $"{amount} was credited and never paid");
        }

        if (++deposit.Credits > 1)
        {
            throw Breach(id, "it was credited twice");
        }
    }

    public override void CheckQuiet()
    {
        foreach (var (id, deposit) in _deposits)
        {
            if (deposit.Last is not { } state)
            {
                continue;
            }

            if (state.Credit == DepositCredit.Crediting
                || deposit.Credits != (state.Credit == DepositCredit.Credited ? 1 : 0))
            {
                throw Breach(id, $"{state.Credit} with {deposit.Credits} credits");
            }

            // What is not over is asked for, however many messages are lost.
            if (state.Credit == DepositCredit.None && (int)state.Status < (int)DepositStatus.Expired
                && state.Deadline is null && state.Asks < DepositRules.AsksMax)
            {
                throw Breach(id, $"{state.Status}, and nobody will ask for it");
            }
        }
    }

    private static bool IsLegal(ProcessChange change, DepositCredit before, DepositState state) =>
        (before, state.Credit, change.Cause) switch
        {
            (DepositCredit.None, DepositCredit.Crediting or DepositCredit.Parked,
                DepositAction.Report report) => IsFromProvider(report),
            // Its answer to a question.
            (DepositCredit.None, DepositCredit.Crediting or DepositCredit.Parked, null) =>
                change.Was is DepositState { Asking: true },
            (DepositCredit.Crediting, DepositCredit.Credited or DepositCredit.Parked, null) => true,
            (DepositCredit.Parked, DepositCredit.Crediting, DepositAction.Resolve resolve) =>
                change.IsByOtherAdmin(resolve.User.Value) && state.User == resolve.User,
            // The user is known by now; but not what a wallet refused.
            (DepositCredit.Parked, DepositCredit.Crediting, DepositAction.Report report) =>
                IsFromProvider(report) && change.Was is DepositState
                {
                    Parked: not ParkReason.WalletRefused,
                },
            (DepositCredit.Parked, DepositCredit.None, DepositAction.Report
            {
                News.Status: DepositStatus.Refunded,
            }) => true,
            (DepositCredit.Parked, DepositCredit.Rejected, DepositAction.Reject reject) =>
                reject.By.Role == ActorRole.Admin,
            _ => false,
        };

    // News of money that is there lead to a credit, or to an admin.
    private void CheckTaken(ProcessChange change, DepositCredit before, DepositState state)
    {
        if (change.Cause is DepositAction.Report { News: var news }
            && news.Status is DepositStatus.Finished or DepositStatus.PartiallyPaid
            && news.Status == state.Status && state.Credit == DepositCredit.None)
        {
            throw Breach(change.Id, $"{news.Status} left it {before}");
        }

        if (change.Cause is null && state.Credit == DepositCredit.None
            && state.Status is DepositStatus.Finished or DepositStatus.PartiallyPaid)
        {
            throw Breach(change.Id, $"the answer {state.Status} left it {before}");
        }

        if (state.Credit == DepositCredit.Crediting && before != DepositCredit.Crediting
            && state.User is null)
        {
            throw Breach(change.Id, "it is credited to nobody");
        }
    }

    private static bool IsFromProvider(DepositAction.Report report) =>
        report.By.Role == ActorRole.System;

    private ModelDeposit DepositOf(string id)
    {
        if (!_deposits.TryGetValue(id, out var deposit))
        {
            _deposits.Add(id, deposit = new ModelDeposit());
        }

        return deposit;
    }
}
