using System.Buffers.Binary;
using System.Globalization;
using OrleansWallet.Contracts.Balances;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Simulation.Audit.Processes;
using OrleansWallet.Simulation.Core;
using OrleansWallet.Simulation.Store;

namespace OrleansWallet.Simulation.Audit;

/// <summary>
/// Watches every commit, every answer and everything published, and holds it against a model of
/// its own. Throws <see cref="BreachException"/> at the first thing that must not be.
/// </summary>
internal sealed class Auditor
{
    // A copy may answer reads from a head it confirmed or wrote within the last second; what it
    // wrote may have come back late.
    private static readonly long _staleMax = TimeSpan.FromSeconds(4).Ticks;

    private readonly SimScheduler _scheduler;
    private readonly SimDatabase _database;
    private readonly Dictionary<string, ModelWallet> _wallets = new(StringComparer.Ordinal);
    private readonly Dictionary<long, ModelWallet> _byNo = [];
    private readonly Dictionary<string, KeyHistory> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<KeyHistory> _answeredKeys = [];
    private readonly Dictionary<UInt128, KeyHistory> _keysByHash = [];
    private readonly Books _books;

    private readonly ProcessAudit _processes;

    public Auditor(SimScheduler scheduler, SimDatabase database, ProcessAudit processes)
    {
        _processes = processes;
        _scheduler = scheduler;
        _database = database;
        _books = new Books(database);
        database.Committed = Committed;
    }

    public IReadOnlyCollection<ModelWallet> Wallets => _wallets.Values;

    public long AnswersChecked { get; private set; }

    public AskedCommand Asked(WalletId wallet, WalletCommand command, bool together)
    {
        var key = KeyOf(command.Context.Key);
        var input = Inputs.Of(wallet, command);
        key.AddInput(input);
        key.WasTogether |= together;
        Note(wallet, () => $"asked {command.GetType().Name} {input} key {key.Key.Text}");
        return new AskedCommand(this, wallet, command, key, input, _scheduler.Now);
    }

    public AskedCommand AskedReversal(WalletId wallet, long seq, CommandContext context)
    {
        var key = KeyOf(context.Key);
        var input = string.Create(CultureInfo.InvariantCulture, $"{wallet}|reverse|{seq}");
        key.AddInput(input);
        Note(wallet, () => $"asked Reverse of {seq} key {key.Key.Text}");
        return new AskedCommand(this, wallet, null, key, input, _scheduler.Now);
    }

    public void Answered(AskedCommand asked, WalletAnswer answer)
    {
        AnswersChecked++;
        _answeredKeys.Add(asked.Key);
        Note(asked.Wallet, () => $"answered {Text(answer)} key {asked.Key.Key.Text}");
        switch (answer)
        {
            case WalletAnswer.Done done:
                CheckDone(asked, done);
                break;
            case WalletAnswer.Refused refused:
                CheckRefused(asked, refused.Refusal);
                break;
            case WalletAnswer.NotAccepted when asked.Command is not null:
                asked.Key.Denied++;
                if (_database.Keys.ContainsKey(asked.Key.Hash))
                {
                    CheckDenied(asked.Key);
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
            if (!IsCommitted(changes.WalletNo, entry))
            {
                throw Breach(
                    "4 durable before told", changes.Wallet, $"entry {entry.Seq} was published early");
            }
        }
    }

    public void Read(WalletBalances balances)
    {
        AnswersChecked++;
        var wallet = _wallets.GetValueOrDefault(balances.Wallet.Value);
        var head = wallet?.Seq ?? 0;
        if (balances.Version > head)
        {
            throw Breach(
                "4 durable before told", balances.Wallet,
                $"version {balances.Version} was read, {head} is committed");
        }

        if (wallet is null)
        {
            return;
        }

        var oldest = wallet.SeqAt(_scheduler.Now - _staleMax);
        if (balances.Version < oldest)
        {
            throw Breach(
                "reads are fresh", balances.Wallet,
                $"version {balances.Version} was read, {oldest} was committed long ago");
        }

        CheckBalances(wallet, balances);
    }

    /// <summary>At a quiet point nothing is under way and everything must fit.</summary>
    public void CheckQuiet()
    {
        if (_database.OpenCount > 0)
        {
            throw new BreachException("quiet", "a transaction is still open", []);
        }

        _books.CheckQuiet();
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
        foreach (var group in transaction.Groups)
        {
            foreach (var key in group.Units.SelectMany(u => u.Keys))
            {
                if (_keysByHash.TryGetValue(key.Key, out var history))
                {
                    CheckDenied(history);
                }
            }

            if (!_database.Wallets.TryGetValue(group.Line.Opened.Id.Value, out var row))
            {
                continue;
            }

            var wallet = ModelOf(row);
            KeyCoverage.Check(wallet, group, row.Entries);
            for (var i = (int)wallet.Seq; i < row.Entries.Count; i++)
            {
                var entry = row.Entries[i];
                Note(row.Id, () => $"committed {entry.Seq} {entry.Kind} {entry.Amount} -> {entry.Available}/{entry.Locked} by tx {transaction.Id} of {transaction.Node}");
                _scheduler.Trace.Add(Trace.NumberOf(row.Id.Value), Number(entry.Hash));
                wallet.Apply(entry, _scheduler.Now);
                _books.Add(wallet, entry);
                _processes.Add(wallet, entry);
            }
        }

        _books.CheckBalance();
    }

    private void CheckDone(AskedCommand asked, WalletAnswer.Done done)
    {
        var receipt = done.Receipt;
        foreach (var entry in receipt.Entries)
        {
            if (!IsCommitted(receipt.WalletNo, entry))
            {
                throw Breach(
                    "4 answered means durable", asked.Wallet, $"entry {entry.Seq} is not committed");
            }
        }

        CheckEffect(asked, receipt);
        CheckStatus(asked, receipt);
        var key = asked.Key;
        if (key.Done is { } first && first != receipt.TransactionId)
        {
            throw Breach(
                "3 at most once", asked.Wallet,
                $"key {key.Key.Text} did {first} and {receipt.TransactionId}");
        }

        if (key.DoneInput is { } input && input != asked.Input)
        {
            throw Breach(
                "3 other input is refused", asked.Wallet,
                $"key {key.Key.Text} was done with {input} and {asked.Input}");
        }

        if (key.Key.IsExplicit && key.Refused is not null)
        {
            throw Breach(
                "3 the same answer", asked.Wallet,
                $"key {key.Key.Text} was refused ({key.Refused}) and then done");
        }

        key.Done = receipt.TransactionId;
        key.DoneInput = asked.Input;
        if (!_database.Keys.ContainsKey(key.Hash))
        {
            throw Breach("3 at most once", asked.Wallet, $"key {key.Key.Text} has no row");
        }
    }

    private static void CheckEffect(AskedCommand asked, Receipt receipt)
    {
        if (asked.Command is not { } command)
        {
            return;
        }

        var expected = Rules.Expected(command);
        var fits = receipt.Wallet == asked.Wallet && receipt.Entries.Count == expected.Count;
        for (var i = 0; fits && i < expected.Count; i++)
        {
            fits = (int)receipt.Entries[i].Kind == expected[i].Kind
                && (expected[i].Minor is not { } minor
                    || receipt.Entries[i].Amount?.Minor == minor);
        }

        if (!fits)
        {
            throw Breach(
                "4 the answer fits", asked.Wallet,
                $"{asked.Input} was answered by {string.Join(", ", receipt.Entries.Select(e => e.Kind))}");
        }
    }

    private void CheckStatus(AskedCommand asked, Receipt receipt)
    {
        if (receipt.Status == ReceiptStatus.InProgress)
        {
            return;
        }

        var cameBack = receipt.Entries.Where(e => (int)e.Kind is 7 or 8)
            .Select(e => _books.CameBack(receipt.WalletNo, e.Seq)).ToList();
        if (cameBack.Contains(null)
            || cameBack.Contains(true) != (receipt.Status == ReceiptStatus.Returned))
        {
            throw Breach(
                "4 the answer fits", asked.Wallet,
                $"{receipt.TransactionId} was told to be {receipt.Status}");
        }
    }

    private static void CheckDenied(KeyHistory key)
    {
        if (key.IsDenied)
        {
            throw new BreachException(
                "4 not accepted means not done",
                $"key {key.Key.Text} took effect, and its callers were told that nothing was done", []);
        }
    }

    private void CheckRefused(AskedCommand asked, Refusal refusal)
    {
        var key = asked.Key;
        if (refusal.Code == RefusalCode.KeyReusedWithOtherInput)
        {
            // Of commands that come together, one's reused key refuses all.
            if (!key.WasTogether
                && (!_database.Keys.ContainsKey(key.Hash) || key.Inputs.Count < 2))
            {
                throw Breach(
                    "3 the same input is taken", asked.Wallet,
                    $"key {key.Key.Text} was never used with other input");
            }

            return;
        }

        if (key.DoneInput is { } done && done == asked.Input)
        {
            throw Breach(
                "3 the same answer", asked.Wallet,
                $"key {key.Key.Text} was done and then refused as {refusal.Code}");
        }

        var recorded = key.Key.IsExplicit && refusal.DependsOnState
            && refusal.Code != RefusalCode.TransactionNotFound;
        if (recorded)
        {
            if (!_database.Keys.TryGetValue(key.Hash, out var row) || row.Write.Refusal is null)
            {
                throw Breach(
                    "4 answered means durable", asked.Wallet,
                    $"refusal {refusal.Code} of key {key.Key.Text} is not recorded");
            }

            var text = refusal.ToString();
            if (key.Refused is { } before && before != text && key.RefusedInput == asked.Input)
            {
                throw Breach(
                    "3 the same answer", asked.Wallet,
                    $"key {key.Key.Text} was refused as {before} and as {text}");
            }

            key.Refused = text;
            key.RefusedInput = asked.Input;
        }

        CheckJustified(asked, refusal);
    }

    // Some committed state of the time between question and answer must call for the refusal.
    private void CheckJustified(AskedCommand asked, Refusal refusal)
    {
        if (asked.Key.WasTogether || asked.Command is not { } command)
        {
            return;
        }

        // Under a derived key no earlier refusal is told again.
        var from = asked.Key.Key.IsExplicit ? asked.Key.AskedAt : asked.AskedAt;
        var versions = _wallets.TryGetValue(asked.Wallet.Value, out var wallet)
            ? wallet.Between(from, _scheduler.Now)
            : [ModelVersion.Empty];
        foreach (var version in versions)
        {
            if (Rules.Justifies(version, command, refusal.Code) is not false)
            {
                return;
            }
        }

        throw Breach(
            "5 refused on a committed state", asked.Wallet,
            $"{asked.Input} was refused as {refusal}, which no state calls for");
    }

    private void CheckHolds()
    {
        // The last scan may have begun a while ago.
        var scanned = SimTime.At(_scheduler.Now) - TimeSpan.FromSeconds(20);
        foreach (var wallet in _wallets.Values)
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
            if (!_byNo.TryGetValue(done.WalletNo, out var wallet) || wallet.Seq < done.Seq)
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

    private static void CheckBalances(ModelWallet wallet, WalletBalances balances)
    {
        var version = wallet.At(balances.Version);
        foreach (var balance in balances.Balances)
        {
            var expected = version.Balance((int)balance.Account, balance.Currency.Code);
            if (expected != (balance.Available, balance.Locked))
            {
                throw wallet.Breach(
                    "reads are committed",
                    $"version {balances.Version} was read as {balance.Available}/{balance.Locked}, "
                    + $"it is {expected}");
            }
        }
    }

    private bool IsCommitted(long walletNo, Entry entry) =>
        _byNo.TryGetValue(walletNo, out var wallet) && entry.Seq <= wallet.Seq
        && wallet.Entries[(int)entry.Seq - 1].Hash == entry.Hash;

    private ModelWallet ModelOf(SimWallet row)
    {
        if (!_wallets.TryGetValue(row.Id.Value, out var wallet))
        {
            wallet = new ModelWallet(row.Id.Value, row.No);
            _wallets.Add(row.Id.Value, wallet);
            _byNo.Add(row.No, wallet);
        }

        return wallet;
    }

    private KeyHistory KeyOf(CommandKey key)
    {
        // By its origin too: were the texts of two origins the same, it would be seen.
        var id = $"{key.Origin} {key.Text}";
        if (!_keys.TryGetValue(id, out var history))
        {
            history = new KeyHistory(key, _scheduler.Now);
            _keys.Add(id, history);
            _keysByHash.TryAdd(history.Hash, history);
        }

        return history;
    }

    private void Note(WalletId wallet, Func<string> text) =>
        _scheduler.Trace.Event(_scheduler.Now, wallet.Value, text);

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
        WalletAnswer.Done done =>
            $"done {done.Receipt.TransactionId} {done.Receipt.Status}{(done.Replayed ? " again" : "")}",
        WalletAnswer.Refused refused =>
            $"refused {refused.Refusal.Code}{(refused.Replayed ? " again" : "")}",
        _ => answer.GetType().Name,
    };
}
