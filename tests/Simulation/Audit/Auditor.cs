using System.Buffers.Binary;
using OrleansWallet.Contracts.Balances;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Simulation.Audit.Processes;
using OrleansWallet.Simulation.Core;
using OrleansWallet.Simulation.Grid;
using OrleansWallet.Simulation.Store;

namespace OrleansWallet.Simulation.Audit;

/// <summary>
/// Watches every commit, every answer and everything published, and holds it against a model of
/// its own. Throws <see cref="BreachException"/> at the first thing that must not be.
/// </summary>
internal sealed class Auditor
{
    private readonly SimScheduler _scheduler;
    private readonly SimDatabase _database;
    private readonly ProcessAudit _processes;
    private readonly ModelWallets _wallets = new();
    private readonly HashSet<KeyHistory> _answeredKeys = [];
    private readonly KeyBook _keys;
    private readonly Books _books;
    private readonly DoneAudit _done;
    private readonly RefusalAudit _refusals;
    private readonly ReadAudit _reads;

    public Auditor(SimScheduler scheduler, SimDatabase database, ProcessAudit processes)
    {
        _processes = processes;
        _scheduler = scheduler;
        _database = database;
        _keys = new KeyBook(scheduler);
        _books = new Books(database);
        _done = new DoneAudit(_wallets, database, _books);
        _refusals = new RefusalAudit(_wallets, database, scheduler);
        _reads = new ReadAudit(_wallets, scheduler);
        database.Committed = Committed;
    }

    public IReadOnlyCollection<ModelWallet> Wallets => _wallets.All;

    public AskedCommand Asked(WalletId wallet, WalletCommand command, bool together)
    {
        var key = _keys.Of(command.Context.Key);
        var input = new AskedInput(wallet, command, 0);
        key.AddInput(input);
        key.WasTogether |= together;
        return Note(new AskedCommand(this, wallet, command, key, input, _scheduler.Now));
    }

    public AskedCommand AskedReversal(WalletId wallet, long seq, CommandContext context)
    {
        var key = _keys.Of(context.Key);
        var input = new AskedInput(wallet, null, seq);
        key.AddInput(input);
        return Note(new AskedCommand(this, wallet, null, key, input, _scheduler.Now));
    }

    public void Answered(AskedCommand asked, WalletAnswer answer)
    {
        _answeredKeys.Add(asked.Key);
        Note(
            asked.Wallet, asked, answer,
            static (asked, answer) => $"answered {Text(answer)} key {asked.Key.Key.Text}");
        switch (answer)
        {
            case WalletAnswer.Done done:
                _done.Check(asked, done);
                break;
            case WalletAnswer.Refused refused:
                _refusals.Check(asked, refused.Refusal);
                break;
            case WalletAnswer.NotAccepted when asked.Command is not null:
                asked.Key.Denied++;
                if (_database.Keys.ContainsKey(asked.Key.Hash))
                {
                    KeyBook.CheckDenied(asked.Key);
                }

                break;
        }
    }

    /// <summary>Of commands that take effect together, all do or none.</summary>
    public static void AnsweredTogether(WalletId wallet, IReadOnlyList<WalletAnswer> answers)
    {
        if (answers.Any(a => a is WalletAnswer.Refused)
            && answers.Any(a => a is WalletAnswer.Done { Replayed: false }))
        {
            throw Breach("all or none", wallet, "some commands of one call were refused");
        }
    }

    public void Published(BalanceChanges changes)
    {
        foreach (var entry in changes.Entries)
        {
            if (!_wallets.IsCommitted(changes.WalletNo, entry))
            {
                throw Breach(
                    "4 durable before told", changes.Wallet, $"entry {entry.Seq} was published early");
            }
        }
    }

    public void Read(WalletBalances balances, SimNode node) => _reads.Check(balances, node);

    /// <summary>At a quiet point nothing is under way and everything must fit.</summary>
    public void CheckQuiet()
    {
        if (_database.OpenCount > 0)
        {
            throw new BreachException("quiet", "a transaction is still open", []);
        }

        _books.CheckQuiet();
        _reads.CheckQuiet();
        CheckHolds();
        // Rows are never changed nor removed, so what was checked once stays right.
        foreach (var key in _answeredKeys)
        {
            CheckKey(key);
        }

        _answeredKeys.Clear();
    }

    private void Committed(SimTransaction transaction)
    {
        foreach (var key in transaction.Keys)
        {
            _keys.TookEffect(key);
        }

        foreach (var group in transaction.Groups)
        {
            if (!_database.Wallets.TryGetValue(group.Line.Opened.Id.Value, out var row))
            {
                continue;
            }

            var wallet = _wallets.Of(row);
            KeyCoverage.Check(wallet, group, row.Entries);
            if (transaction.DoubtEndsAt is not null && wallet.Seq < row.Entries.Count)
            {
                _reads.InDoubt(wallet, wallet.Seq + 1, transaction);
            }

            for (var i = (int)wallet.Seq; i < row.Entries.Count; i++)
            {
                var entry = row.Entries[i];
                Note(row.Id, entry, transaction, static (entry, transaction) =>
                    $"committed {entry.Seq} {entry.Kind} {entry.Amount} -> "
                    + $"{entry.Available}/{entry.Locked} by tx {transaction.Id} of {transaction.Node}");
                _scheduler.Trace.Add(Trace.NumberOf(row.Id.Value), Number(entry.Hash));
                wallet.Apply(entry, _scheduler.Now);
                _books.Add(wallet, entry);
                _processes.Add(wallet, entry);
            }
        }

        _books.CheckBalance();
    }

    private void CheckHolds()
    {
        // The last scan may have begun a while ago.
        var scanned = SimTime.At(_scheduler.Now) - TimeSpan.FromSeconds(20);
        foreach (var wallet in _wallets.All)
        {
            foreach (var (name, hold) in wallet.Last.Holds)
            {
                if (hold.ExpiresAt < scanned)
                {
                    throw wallet.Breach("quiet", $"hold {name} is open past its time");
                }
            }
        }
    }

    private void CheckKey(KeyHistory key)
    {
        if (key.Done is { } done)
        {
            if (_wallets.Find(done.WalletNo) is not { } wallet || wallet.Seq < done.Seq)
            {
                throw new BreachException("4 nothing is lost", $"{done} is gone", []);
            }
        }

        if (key.Refused is not null && key.Key.IsExplicit
            && (!_database.Keys.TryGetValue(key.Hash, out var row) || row.Write.Refusal is null))
        {
            throw new BreachException(
                "5 refused means refused", $"key {key.Key.Text} has an effect", []);
        }
    }

    private AskedCommand Note(AskedCommand asked)
    {
        Note(asked.Wallet, asked, asked.Command, static (asked, command) =>
            $"asked {command?.GetType().Name ?? "Reverse"} {asked.Input} key {asked.Key.Key.Text}");
        return asked;
    }

    private void Note<T, TMore>(
        WalletId wallet, T of, TMore more, Func<T, TMore, string> text)
        where T : class
        where TMore : class? =>
        _scheduler.Trace.Event(_scheduler.Now, wallet.Value, of, more, text);

    private static BreachException Breach(string invariant, WalletId wallet, string what) =>
        new(invariant, $"{wallet}: {what}", [wallet.Value]);

    // Not GetHashCode, which differs between processes.
    private static long Number(in EntryHash hash)
    {
        Span<byte> bytes = stackalloc byte[EntryHash.Size];
        hash.CopyTo(bytes);
        return BinaryPrimitives.ReadInt64LittleEndian(bytes);
    }

    private static string Text(WalletAnswer answer) => answer switch
    {
        // Of a wrong answer too, which has broken an invariant by then.
        WalletAnswer.Done { Receipt.Entries.Count: 0 } => "done without entries",
        WalletAnswer.Done done =>
            $"done {done.Receipt.TransactionId} {done.Receipt.Status}{(done.Replayed ? " again" : "")}",
        WalletAnswer.Refused refused =>
            $"refused {refused.Refusal.Code}{(refused.Replayed ? " again" : "")}",
        _ => answer.GetType().Name,
    };
}
