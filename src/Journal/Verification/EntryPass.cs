using System.Diagnostics;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Journal.Verification;

/// <summary>
/// The one pass over all entries, beside what is stored of each wallet. Holds one wallet at a
/// time in memory.
/// </summary>
internal sealed class EntryPass(
    Snapshot snapshot, CurrencyRegistry currencies, Tallies tallies,
    IProgress<VerificationProgress>? progress)
{
    private const int ProgressEvery = 100_000;

    private long _read;

    /// <summary>Accepted keys that begin at an entry.</summary>
    public long KeysMet { get; private set; }

    public async Task Run(CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var total = await EstimateEntries(cancellationToken);
        await using (var wallets = await StoredWalletReader.Open(
            snapshot.First, currencies, cancellationToken))
        await using (var entries = await EntryScan.Open(
            snapshot.Second, currencies, cancellationToken))
        {
            await Merge(wallets, entries, total, cancellationToken);
        }

        foreach (var tally in (Tally[])
        [
            tallies.Amounts, tallies.Holds, tallies.History, tallies.Chain, tallies.Keys,
            tallies.Rows,
        ])
        {
            tally.Elapsed = watch.Elapsed;
        }
    }

    private async Task Merge(
        StoredWalletReader wallets, EntryScan entries, long total,
        CancellationToken cancellationToken)
    {
        var stored = await wallets.Next(cancellationToken);
        WalletAudit? audit = null;
        while (await entries.Read(cancellationToken))
        {
            var row = entries.Current;
            if (audit?.No != row.WalletNo)
            {
                Finish(audit);
                while (stored?.No < row.WalletNo)
                {
                    Finish(new WalletAudit(stored, tallies));
                    stored = await wallets.Next(cancellationToken);
                }

                var met = stored?.No == row.WalletNo;
                audit = new WalletAudit(met ? stored! : new StoredWallet(row.WalletNo), tallies);
                stored = met ? await wallets.Next(cancellationToken) : stored;
            }

            audit.Add(row);
            if (++_read % ProgressEvery == 0)
            {
                progress?.Report(new VerificationProgress("reading entries", _read, total));
            }
        }

        Finish(audit);
        for (; stored is not null; stored = await wallets.Next(cancellationToken))
        {
            Finish(new WalletAudit(stored, tallies));
        }
    }

    private void Finish(WalletAudit? audit)
    {
        if (audit is not null)
        {
            KeysMet += audit.Finish();
        }
    }

    // What the planner last counted; good enough for a progress bar.
    private async Task<long> EstimateEntries(CancellationToken cancellationToken)
    {
        await using var command = Snapshot.Command(
            snapshot.First,
            "select greatest(reltuples, 0)::bigint from pg_class where oid = 'entries'::regclass");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
