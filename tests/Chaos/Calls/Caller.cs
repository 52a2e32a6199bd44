using System.Diagnostics;
using OrleansWallet.Chaos.Grid;

namespace OrleansWallet.Chaos.Calls;

/// <summary>One of the clients that call at the same time.</summary>
public sealed class Caller(
    Planner planner, Random random, IReadOnlyList<GridClient> grids, TimeSpan readsLag,
    Ledger ledger, Holds holds, Faults faults, Tally<Outcome> outcomes)
{
    /// <summary>A key without its final answer for so long is a fault.</summary>
    private static readonly TimeSpan _settledWithin = TimeSpan.FromSeconds(120);

    /// <summary>Longer than the grid ever takes to tell that it does not know.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(25);

    /// <summary>Asks for one thing after another; each is settled before the next.</summary>
    public async Task Run(CancellationToken pause)
    {
        while (!pause.IsCancellationRequested && !faults.Any)
        {
            await Step();
        }
    }

    // Any of them at any attempt: what one did another must know.
    private GridClient Grid => grids[Random.Shared.Next(grids.Count)];

    private Task Step() => random.Next(100) switch
    {
        < 8 => ReadBalances(Cast.Pick(random)),
        < 14 => AskAgain(),
        < 17 => AskOther(),
        < 20 => AskTwice(),
        < 22 => AskRivals(),
        _ => Settle(Note(new Record(planner.Next())), mayAbandon: true),
    };

    private Record Note(Record record)
    {
        ledger.Add(record);
        return record;
    }

    private async Task Settle(Record record, bool mayAbandon)
    {
        var started = Stopwatch.GetTimestamp();
        while (!faults.Any)
        {
            var answer = await Ask(record);
            if (answer.IsSettled)
            {
                return;
            }

            if (answer.Outcome == Outcome.NotAccepted && mayAbandon
                && random.Next(4) == 0 && record.TryAbandon())
            {
                return;
            }

            if (Stopwatch.GetElapsedTime(started) > _settledWithin)
            {
                faults.Add($"{record.Operation}: no final answer within {_settledWithin}");
            }

            await Task.Delay(20 + Random.Shared.Next(200));
        }
    }

    private async Task<Answer> Ask(Record record)
    {
        var operation = record.Operation;
        var attempt = record.Begin();
        var patience = random.Next(20) == 0 ? TimeSpan.FromMilliseconds(300) : _patience;
        var answer = await Grid.Send(operation.Path, operation.Key, record.Body, patience);
        outcomes.Add(answer.Outcome);
        if (record.Observe(attempt, answer) is { } fault)
        {
            faults.Add($"{operation}: {fault}");
        }
        else if (answer.Outcome == Outcome.Acknowledged)
        {
            Acknowledged(record, answer.Receipt!);
        }
        else if (answer.Outcome == Outcome.Refused)
        {
            ledger.Recent.Add(record);
        }

        return answer;
    }

    private void Acknowledged(Record record, Receipt receipt)
    {
        ledger.Saw(receipt.UserId, receipt.Version);
        ledger.Recent.Add(record);
        if (record.Operation.Kind == OperationKind.Lock)
        {
            holds.Add(record.Operation);
        }
    }

    /// <summary>A duplicate of a call that has its answer, maybe another caller's.</summary>
    private async Task AskAgain()
    {
        if (ledger.Recent.Pick(random) is { } record)
        {
            await Ask(record);
        }
    }

    /// <summary>A key that has its answer, with another body: never anything but refused.</summary>
    private async Task AskOther()
    {
        if (ledger.Recent.Pick(random) is not { Rival: null } record)
        {
            return;
        }

        var other = Planner.Other(record.Operation);
        var answer = await Grid.Send(other.Path, other.Key, other.ToBody(), _patience);
        outcomes.Add(answer.Outcome);
        if (answer.Outcome is Outcome.Acknowledged or Outcome.Refused or Outcome.Wrong)
        {
            faults.Add(
                $"{other}: the key belongs to {record.Operation}, but the answer was "
                + $"{answer.Receipt?.ToString() ?? answer.Code}");
        }
    }

    /// <summary>The same call twice at the same time.</summary>
    private Task AskTwice()
    {
        var record = Note(new Record(planner.Next()));
        record.MarkDoubtful();
        return Task.WhenAll(
            Settle(record, mayAbandon: false), Settle(record, mayAbandon: false));
    }

    /// <summary>Two calls with one key and different bodies at the same time.</summary>
    private Task AskRivals()
    {
        var operation = planner.Next();
        var one = Note(new Record(operation));
        var other = Note(new Record(Planner.Other(operation)));
        Record.MakeRivals(one, other);
        return Task.WhenAll(Settle(one, mayAbandon: false), Settle(other, mayAbandon: false));
    }

    /// <summary>What was acknowledged before a read began, the read must see.</summary>
    private async Task ReadBalances(string wallet)
    {
        var known = ledger.VersionOf(wallet);
        await Task.Delay(readsLag);
        var (balances, answer) = await Grid.Get<WalletBalances>($"api/wallets/balances/{wallet}");
        outcomes.Add(answer.Outcome);
        var isMissing = answer is { Outcome: Outcome.Refused, Code: "wallet_not_found" };
        if (balances is not null)
        {
            ledger.Saw(wallet, balances.Version);
        }

        if (answer.Outcome is Outcome.Wrong or Outcome.Mismatch || (isMissing && known > 0))
        {
            faults.Add($"balances of {wallet}, at least at {known}: {answer}");
        }
        else if (balances?.Version < known)
        {
            faults.Add(
                $"balances of {wallet} are of version {balances.Version}, but {known} was told");
        }
    }
}
