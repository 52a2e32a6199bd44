using OrleansWallet.Chaos.Calls;
using OrleansWallet.Chaos.Grid;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Chaos.Audit;

/// <summary>
/// Compares the histories with what callers were told: every entry is one acknowledged call's,
/// every acknowledged call's entries are there once, and each leaves the balances that the
/// callers' own sums give. Goes on where it stopped when asked again.
/// </summary>
public sealed class Auditor(GridReader reader, Faults faults)
{
    private readonly Dictionary<string, Claim> _byTransaction = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Claim> _transfers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WalletModel> _wallets = new(StringComparer.Ordinal);
    private readonly HashSet<Claim> _incomplete = [];

    /// <summary>Entries looked at so far.</summary>
    public long Entries { get; private set; }

    /// <param name="records">Settled since the last time.</param>
    /// <param name="wallets">All that were ever named.</param>
    public async Task Check(IEnumerable<Record> records, IEnumerable<string> wallets)
    {
        foreach (var record in records)
        {
            Take(record);
        }

        await Parallel.ForEachAsync(
            wallets, new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (wallet, _) => await CheckWallet(wallet));
        foreach (var claim in _incomplete)
        {
            faults.Add($"acknowledged, but not in the histories: {claim}");
        }
    }

    private void Take(Record record)
    {
        if (record.Rival is { } rival && record.IsMismatch == rival.IsMismatch)
        {
            faults.Add(record.IsMismatch
                ? $"{record.Operation}: of two with one key both were refused as reused"
                : $"{record.Operation}: of two with one key both took effect");
        }

        if (record.Receipt is not { } receipt)
        {
            if (!record.IsSettled && !record.IsAbandoned)
            {
                faults.Add($"{record.Operation}: never settled");
            }

            return;
        }

        var claim = new Claim(record);
        _incomplete.Add(claim);
        if (!_byTransaction.TryAdd(receipt.TransactionId, claim))
        {
            faults.Add(
                $"{receipt.TransactionId} was told of both {record.Operation} and "
                + $"{_byTransaction[receipt.TransactionId].Operation}");
        }

        if (record.Operation.Kind == OperationKind.Transfer)
        {
            _transfers[record.Operation.Reference] = claim;
        }
    }

    private async Task CheckWallet(string id)
    {
        WalletModel? wallet;
        lock (_wallets)
        {
            if (!_wallets.TryGetValue(id, out wallet))
            {
                _wallets[id] = wallet = new WalletModel();
            }
        }

        await foreach (var entry in reader.History(id, wallet.Version))
        {
            // Claims of a transfer are met from several wallets.
            lock (_wallets)
            {
                Entries++;
                if (Apply(id, wallet, entry) is { } fault)
                {
                    faults.Add($"{fault}: {entry}");
                }
            }

            if (faults.Any)
            {
                return;
            }
        }

        await CheckBalances(id, wallet);
    }

    private string? Apply(string id, WalletModel wallet, HistoryEntry entry)
    {
        if (entry.Version != ++wallet.Version || entry.UserId != id)
        {
            return $"{id} should go on with version {wallet.Version}";
        }

        var fault = entry.Counterparty is { } other
            && !other.StartsWith("world:", StringComparison.Ordinal)
            && !_byTransaction.ContainsKey(entry.TransactionId)
                ? ApplyEnd(id, wallet, entry, other)
                : ApplyOwn(id, wallet, entry);
        if (fault is not null)
        {
            return fault;
        }

        var currency = CurrencyRegistry.Default[entry.Currency];
        var (available, locked) = wallet.Balance(currency);
        if (available < 0 || locked < 0)
        {
            return "a balance is negative";
        }

        return entry.BalanceAfter == Amount.Format(available, currency)
            ? null
            : $"{Amount.Format(available, currency)} should be available after";
    }

    // An Accept or a Return: its transfer is known by the reference.
    private string? ApplyEnd(string id, WalletModel wallet, HistoryEntry entry, string other)
    {
        if (!_transfers.TryGetValue(entry.ReferenceId, out var claim))
        {
            return "nobody was told of this transfer";
        }

        var transfer = claim.Operation;
        var isReturn = transfer.Wallet == id;
        var to = isReturn ? other : id;
        var minor = Minor(entry);
        if (isReturn != (to == Cast.Closed) || (!isReturn && other != transfer.Wallet)
            || entry.Currency != transfer.Currency.Code || entry.TransactionType != transfer.Type
            || !claim.TryEnd(to, minor))
        {
            return $"this is no end of a leg of {claim}";
        }

        Finish(claim);
        // The name may be other money's by now: then it comes back as available.
        var toHold = isReturn && transfer.Hold is { } name
            && (wallet.Hold(name)?.Currency ?? transfer.Currency) == transfer.Currency;
        if (entry.Direction != (toHold ? "lock" : "credit"))
        {
            return "the direction is wrong";
        }

        wallet.Move(transfer.Currency, toHold ? 0 : minor, toHold ? minor : 0);
        if (toHold)
        {
            wallet.MoveHold(transfer.Hold!, transfer.Currency, minor);
        }

        return null;
    }

    private string? ApplyOwn(string id, WalletModel wallet, HistoryEntry entry)
    {
        if (!_byTransaction.TryGetValue(entry.TransactionId, out var claim))
        {
            return "no call was told of this entry";
        }

        var operation = claim.Operation;
        if (operation.Wallet != id || claim.OwnSeen == claim.OwnExpected
            || entry.Direction != operation.Direction || entry.Currency != operation.Currency.Code
            || entry.ReferenceId != operation.Reference || entry.TransactionType != operation.Type)
        {
            return $"the entry is not what was told: {claim}";
        }

        var minor = operation.Legs.Count > 0
            ? operation.Legs[claim.OwnSeen].Minor
            : operation.Minor ?? wallet.Hold(operation.Reference)?.Remaining ?? 0;
        if (Minor(entry) != minor)
        {
            return $"{minor} minor units should have moved: {claim}";
        }

        claim.OwnSeen++;
        Move(wallet, operation, minor);
        Finish(claim);
        return claim.OwnSeen == claim.OwnExpected
            ? CheckReceipt(claim.Record.Receipt!, wallet, operation, entry)
            : null;
    }

    private static void Move(WalletModel wallet, Operation operation, long minor)
    {
        var (available, locked) = operation switch
        {
            { Kind: OperationKind.Credit } => (minor, 0L),
            { Kind: OperationKind.Debit } => (-minor, 0L),
            { Kind: OperationKind.Lock } => (-minor, minor),
            { Kind: OperationKind.Unlock } => (minor, -minor),
            { Kind: OperationKind.Release } => (0L, -minor),
            { Hold: null } => (-minor, 0L),
            _ => (0L, -minor),
        };
        wallet.Move(operation.Currency, available, locked);
        if (locked != 0)
        {
            wallet.MoveHold(operation.Hold ?? operation.Reference, operation.Currency, locked);
        }
    }

    private static string? CheckReceipt(
        Receipt receipt, WalletModel wallet, Operation operation, HistoryEntry last)
    {
        var (available, locked) = wallet.Balance(operation.Currency);
        return receipt.Version == last.Version
            && receipt.AvailableBalance == Amount.Format(available, operation.Currency)
            && receipt.LockedBalance == Amount.Format(locked, operation.Currency)
            && receipt.TotalBalance == Amount.Format(available + locked, operation.Currency)
            && (operation.Legs.Count > 0 || receipt.Amount == last.Amount)
                ? null
                : $"the receipt told otherwise: {receipt}";
    }

    private void Finish(Claim claim)
    {
        if (claim.IsComplete)
        {
            _incomplete.Remove(claim);
        }
    }

    private async Task CheckBalances(string id, WalletModel wallet)
    {
        if (id == Cast.Closed)
        {
            return;
        }

        var balances = await reader.Balances(id);
        if ((balances?.Version ?? 0) != wallet.Version)
        {
            faults.Add($"{id} is at version {balances?.Version}, its history at {wallet.Version}");
        }

        foreach (var (currency, (available, locked)) in wallet.Balances)
        {
            var told = balances?.Balances.FirstOrDefault(line => line.Currency == currency.Code);
            var own = new BalanceLine(
                currency.Code, "spot", Amount.Format(available, currency),
                Amount.Format(locked, currency), Amount.Format(available + locked, currency));
            if (told != own)
            {
                faults.Add($"{id} should have {own}, but has {told}");
            }
        }

        var holds = (await reader.Holds(id))
            .OrderBy(hold => hold.ReferenceId, StringComparer.Ordinal);
        var ownHolds = wallet.Holds
            .OrderBy(hold => hold.Key, StringComparer.Ordinal)
            .Select(hold => new OpenHold(
                hold.Key, hold.Value.Currency.Code,
                Amount.Format(hold.Value.Remaining, hold.Value.Currency)));
        if (!holds.SequenceEqual(ownHolds))
        {
            faults.Add($"{id}: the open holds differ from the callers' own reckoning");
        }
    }

    private static long Minor(HistoryEntry entry) =>
        (long)Amount.Parse(entry.Amount, CurrencyRegistry.Default[entry.Currency]).Minor;
}
