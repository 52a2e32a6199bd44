using System.Diagnostics;

namespace OrleansWallet.Journal.Verification;

/// <summary>Every reversal against its original.</summary>
internal static class ReversalCheck
{
    // Kinds as in EntryKind: 14 ReversedIn undoes 1 Credited; 15 ReversedOut undoes 2 Debited
    // and 5 Released.
    private const string Faults =
        """
        select r.wallet_no, r.seq, fault
          from entries r
          left join entries o on o.wallet_no = r.link_wallet_no and o.seq = r.link_seq
         cross join lateral (select case
             when o.seq is null then 'the reversed entry is not there'
             when o.wallet_no <> r.wallet_no or o.seq >= r.seq then 'reverses another history'
             when not (r.kind = 14 and o.kind = 1 or r.kind = 15 and o.kind in (2, 5))
               then 'reverses a kind that it can''t'
             when r.amount is distinct from o.amount or r.currency is distinct from o.currency
               or r.account <> o.account or r.counterparty is distinct from o.counterparty
               then 'reverses something else than the original'
           end as fault) f
         where r.kind in (14, 15) and fault is not null
        """;

    private const string Twice =
        """
        select link_wallet_no, link_seq, 'reversed more than once'
          from entries where kind in (14, 15) and link_seq is not null
         group by 1, 2 having count(*) > 1
        """;

    public static async Task Run(
        Snapshot snapshot, Tally tally, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        await snapshot.ForEach(
            "select count(*) from entries where kind in (14, 15)",
            row => tally.Looked = row.GetInt64(0), cancellationToken);
        if (tally.Looked > 0)
        {
            await snapshot.AddFaults(Faults, tally, cancellationToken);
            await snapshot.AddFaults(Twice, tally, cancellationToken);
        }

        tally.Elapsed = watch.Elapsed;
    }
}
