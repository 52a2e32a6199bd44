using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal;
using OrleansWallet.Journal.Commits;
using OrleansWallet.Simulation.Core;

namespace OrleansWallet.Simulation.Store;

/// <summary>
/// What PostgreSQL keeps: committed rows, locks, and transactions with a life of their own, which
/// may end long after their client has gone.
/// </summary>
internal sealed class SimDatabase(SimScheduler scheduler)
{
    private readonly HashSet<string> _walletLocks = new(StringComparer.Ordinal);
    private readonly HashSet<UInt128> _keyLocks = [];

    // Of the transaction that is checked.
    private readonly HashSet<UInt128> _seen = [];
    private readonly List<SimTransaction> _open = [];
    private readonly HashSet<SimCommitStore> _writers = [];
    private ulong _lastTransaction;
    private long _lastNo;

    public Dictionary<string, SimWallet> Wallets { get; } = new(StringComparer.Ordinal);

    public Dictionary<long, SimWallet> ByNo { get; } = [];

    public Dictionary<UInt128, SimKey> Keys { get; } = [];

    /// <summary>When a refusal last looked and did not find the key.</summary>
    public Dictionary<UInt128, long> AbsentAt { get; } = [];

    /// <summary>Postings under way, with the time of their commit.</summary>
    public SortedDictionary<(long No, long Seq), long> Postings { get; } = [];

    /// <summary>Transactions that have begun and not ended.</summary>
    public int OpenCount => _open.Count;

    /// <summary>How many connections that commit there ever were.</summary>
    public int WriterCount { get; private set; }

    /// <summary>Heard after each commit with the wallets that it changed.</summary>
    public Action<SimTransaction>? Committed { get; set; }

    public long NextNo() => ++_lastNo;

    /// <summary>A connection commits from now on, unless it did.</summary>
    public void Enter(SimCommitStore writer)
    {
        if (_writers.Add(writer))
        {
            WriterCount++;
        }
    }

    /// <summary>The client of a connection is gone; its last transaction may go on.</summary>
    public void Leave(SimCommitStore writer) => _writers.Remove(writer);

    /// <summary>Whether anybody but this connection may commit.</summary>
    public bool AnyOtherWriter(SimCommitStore writer) =>
        _writers.Any(w => w != writer) || _open.Exists(t => !writer.Knows(t));

    public SimTransaction Begin(int node, CommitBatch batch)
    {
        var transaction = new SimTransaction(++_lastTransaction, node, batch);
        _open.Add(transaction);
        return transaction;
    }

    /// <summary>Locks all that the transaction touches; false when another one has some of it.</summary>
    public bool TryLock(SimTransaction transaction)
    {
        foreach (var group in transaction.Groups)
        {
            if (_walletLocks.Contains(group.Line.Opened.Id.Value))
            {
                return false;
            }
        }

        foreach (var key in transaction.Keys)
        {
            if (_keyLocks.Contains(key))
            {
                return false;
            }
        }

        foreach (var group in transaction.Groups)
        {
            _walletLocks.Add(group.Line.Opened.Id.Value);
        }

        foreach (var key in transaction.Keys)
        {
            _keyLocks.Add(key);
        }

        transaction.HasLocks = true;
        return true;
    }

    /// <summary>The groups that can't commit; null when all can.</summary>
    public Dictionary<CommitGroup, CommitResult>? Check(SimTransaction transaction)
    {
        Dictionary<CommitGroup, CommitResult>? aside = null;
        _seen.Clear();
        foreach (var group in transaction.Groups)
        {
            var head = group.Line.Head;
            var row = Wallets.GetValueOrDefault(group.Line.Opened.Id.Value);
            var holds = row is null
                ? !head.Exists
                : head.Exists && row.State.Seq == head.Seq && row.Token == head.Token;
            if (!holds)
            {
                (aside ??= [])[group] = CommitResult.Fenced.Instance;
                continue;
            }

            Dictionary<UInt128, KeyRecord>? known = null;
            var clash = false;
            for (var i = 0; i < group.Units.Count; i++)
            {
                var (keys, _, _, absent) = group.Units[i];
                for (var j = 0; j < keys.Count; j++)
                {
                    var key = keys[j].Key;
                    clash |= !_seen.Add(key);
                    if (Keys.TryGetValue(key, out var committed))
                    {
                        (known ??= [])[key] = ToRecord(committed);
                    }
                }

                for (var j = 0; j < absent.Count; j++)
                {
                    var key = absent[j];
                    if (Keys.TryGetValue(key, out var committed))
                    {
                        (known ??= [])[key] = ToRecord(committed);
                    }
                    else
                    {
                        AbsentAt[key] = scheduler.Now;
                    }
                }
            }

            if (known is not null)
            {
                (aside ??= [])[group] = new CommitResult.KnownKeys(known);
            }
            else if (clash)
            {
                (aside ??= [])[group] = CommitResult.Discarded.Instance;
            }
        }

        return aside;
    }

    public void Commit(SimTransaction transaction)
    {
        foreach (var group in transaction.Groups)
        {
            Write(group, transaction.Id);
        }

        foreach (var posting in transaction.Delivered)
        {
            Postings.Remove((posting.WalletNo, posting.Seq));
        }

        End(transaction, TransactionState.Committed);
        Committed?.Invoke(transaction);
    }

    public void Abort(SimTransaction transaction) => End(transaction, TransactionState.Aborted);

    /// <summary>A process died: what it had not asked to commit is undone.</summary>
    public void CloseConnections(int node)
    {
        foreach (var transaction in _open.Where(t => t.Node == node && !t.CommitSent).ToList())
        {
            Abort(transaction);
        }
    }

    public bool IsOver(ulong transaction) => _open.TrueForAll(t => t.Id != transaction);

    /// <summary>Postings under way for longer than this.</summary>
    public IEnumerable<(long No, long Seq)> FindPostings(TimeSpan age) =>
        Postings.Where(p => p.Value < scheduler.Now - age.Ticks).Select(p => p.Key);

    public KeyRecord ToRecord(SimKey key)
    {
        var wallet = ByNo[key.WalletNo];
        var write = key.Write;
        return new KeyRecord(
            write.Key, write.Fingerprint, wallet.Id, wallet.No,
            write.EntryCount == 0
                ? []
                : wallet.Entries.GetRange((int)write.Seq - 1, write.EntryCount),
            write.Refusal);
    }

    private void End(SimTransaction transaction, TransactionState state)
    {
        transaction.State = state;
        if (transaction.HasLocks)
        {
            foreach (var group in transaction.Groups)
            {
                _walletLocks.Remove(group.Line.Opened.Id.Value);
            }

            foreach (var key in transaction.Keys)
            {
                _keyLocks.Remove(key);
            }

            transaction.HasLocks = false;
        }

        _open.Remove(transaction);
    }

    private void Write(CommitGroup group, ulong transactionId)
    {
        if (group.IsCheckOnly)
        {
            return;
        }

        var line = group.Line;
        var wallet = Make(line);
        for (var i = 0; i < group.Units.Count; i++)
        {
            var (keys, entries, _, _) = group.Units[i];
            for (var j = 0; j < keys.Count; j++)
            {
                Keys.Add(keys[j].Key, new SimKey(keys[j], wallet.No, transactionId));
            }

            for (var j = 0; j < entries.Count; j++)
            {
                Write(wallet, entries[j]);
            }
        }

        if (group.HasEntries)
        {
            wallet.State = group.Units[^1].After;
            wallet.Token = line.Token;
        }
    }

    private SimWallet Make(WalletLine line)
    {
        var id = line.Opened.Id;
        if (!Wallets.TryGetValue(id.Value, out var wallet))
        {
            wallet = new SimWallet(id, line.WalletNo) { Token = line.Token };
            Wallets.Add(id.Value, wallet);
            ByNo.Add(wallet.No, wallet);
        }

        return wallet;
    }

    private void Write(SimWallet wallet, Entry entry)
    {
        if (entry.Seq != wallet.Entries.Count + 1)
        {
            // The table's primary key.
            throw new InvalidOperationException(
                $"wallet {wallet.No} has {wallet.Entries.Count} entries, and {entry.Seq} was written");
        }

        wallet.Entries.Add(entry);
        wallet.CommittedAt.Add(scheduler.Now);
        switch (entry.Kind)
        {
            case EntryKind.Sent or EntryKind.SentFromHold:
                Postings[(wallet.No, entry.Seq)] = scheduler.Now;
                break;
            case EntryKind.Returned or EntryKind.ReturnedToHold:
                Postings.Remove((entry.Link!.Value.WalletNo, entry.Link.Value.Seq));
                break;
        }
    }
}
