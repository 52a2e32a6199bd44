using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal;

namespace OrleansWallet.Grains.Wallets;

/// <summary>Decides one call on a state: fills in its items' answers and makes its unit.</summary>
internal readonly ref struct CallDecider(
    PendingCall call, WalletState state, long walletNo,
    Func<UInt128, UInt128, WalletAnswer?> findAnswer)
{
    /// <summary>True when a refusal is journaled under its key.</summary>
    public static bool IsRecorded(PendingItem item, Refusal refusal) =>
        refusal.DependsOnState && item.Command.Context.Key.IsExplicit;

    /// <returns>What to commit before the call is answered; null when it is answered already.</returns>
    public Unit? Decide(DateTimeOffset now)
    {
        var after = state;
        var entries = new List<Entry>(call.Items.Length);
        var keys = new List<KeyWrite>(call.Items.Length);
        var open = 0;
        foreach (var item in call.Items)
        {
            item.Answer = findAnswer(item.Key, item.Fingerprint) ?? FindTwin(item);
            if (item.Answer is WalletAnswer.Refused earlier)
            {
                return RefuseAll(earlier.Refusal);
            }

            if (item.Answer is not null)
            {
                continue;
            }

            open++;
            switch (FindDoneOnce(item))
            {
                case WalletAnswer.Refused other:
                    return RefuseAll(other.Refusal);
                case WalletAnswer.Done done:
                    // Its own key may have got another answer before, and keeps this one.
                    var first = done.Receipt.Entries;
                    keys.Add(new KeyWrite(
                        item.Key, item.Fingerprint, first[0].Seq, first.Count, null));
                    item.Answer = done;
                    continue;
            }

            var decision = WalletDecider.Decide(after, Complete(item.Command, entries), now);
            if (decision.Refusal is { } refusal)
            {
                return RefuseAll(refusal);
            }

            after = decision.State;
            entries.AddRange(decision.Entries);
            AddKeys(keys, item, decision.Entries);
            item.Answer = new WalletAnswer.Done(
                new Receipt(state.Id, walletNo, decision.Entries, StatusOf(decision.Entries)));
        }

        call.After = after;
        call.Entries = entries;
        return open == 0 ? null : new Unit(keys, entries, after);
    }

    // Money that the same call sends away is under way when it closes the wallet.
    private static WalletCommand Complete(WalletCommand command, List<Entry> before) =>
        command is WalletCommand.Close close && before.Exists(IsSent)
            ? close with { PostingsUnderWay = true }
            : command;

    private static bool IsSent(Entry entry) =>
        entry.Kind is EntryKind.Sent or EntryKind.SentFromHold;

    private WalletAnswer? FindDoneOnce(PendingItem item) =>
        item.HasOnceKey ? findAnswer(item.OnceKey, item.Fingerprint) : null;

    // The same key twice in one call: the second is a repetition of the first.
    private WalletAnswer? FindTwin(PendingItem item)
    {
        foreach (var twin in call.Items)
        {
            if (ReferenceEquals(twin, item))
            {
                return null;
            }

            if (twin.SharesKey(item) && twin.Answer is { } answer)
            {
                return Replay.Of(answer, twin.Fingerprint == item.Fingerprint);
            }
        }

        return null;
    }

    private static void AddKeys(
        List<KeyWrite> keys, PendingItem item, IReadOnlyList<Entry> entries)
    {
        keys.Add(new KeyWrite(
            item.Key, item.Fingerprint, entries[0].Seq, entries.Count, null));
        if (item.HasOnceKey)
        {
            keys.Add(new KeyWrite(
                item.OnceKey, item.Fingerprint, entries[0].Seq, entries.Count, null));
        }
    }

    private static ReceiptStatus StatusOf(IReadOnlyList<Entry> entries) =>
        IsSent(entries[0])
            ? ReceiptStatus.InProgress
            : ReceiptStatus.Completed;

    private static bool IsWrongAlways(RefusalCode code) =>
        code is > RefusalCode.KeyReusedWithOtherInput and < RefusalCode.ExplicitKeyRequired;

    // All or none: the first refusal is the answer of every item that was not answered before.
    private Unit? RefuseAll(Refusal refusal)
    {
        var keys = new List<KeyWrite>();
        var absent = new List<UInt128>();
        var open = 0;
        foreach (var item in call.Items)
        {
            item.Answer = findAnswer(item.Key, item.Fingerprint) ?? FindTwin(item);
            if (item.Answer is not null)
            {
                continue;
            }

            open++;
            var isDone = FindDoneOnce(item) is not null;
            item.Answer = new WalletAnswer.Refused(refusal);
            if (IsRecorded(item, refusal))
            {
                keys.Add(new KeyWrite(item.Key, item.Fingerprint, state.Seq, 0, refusal));
            }
            else
            {
                absent.Add(item.Key);
            }

            // Done once under another key is done: then there is nothing to refuse.
            if (item.HasOnceKey && !isDone)
            {
                absent.Add(item.OnceKey);
            }
        }

        call.After = state;
        call.Entries = [];
        // Told before, or wrong in any state: there is no commit to wait for. What only came with
        // a wrong one may have taken effect before, which the journal knows.
        return open == 0
            || (IsWrongAlways(refusal.Code) && call.Items.Length == 1)
            ? null
            : new Unit(keys, [], state, absent);
    }
}
