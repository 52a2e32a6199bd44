using System.Diagnostics;
using System.Numerics;

namespace OrleansWallet.Journal.Verification;

/// <summary>Every posting against its ends, by joins in the database.</summary>
internal static class PostingCheck
{
    // Kinds as in EntryKind: 7 Sent, 8 SentFromHold, 9 Accepted, 10 Returned, 11 ReturnedToHold.
    private const string Counts =
        "select count(*) from entries where kind in (7, 8)";

    // One row a posting under way, and one a wrong pair. Aliases: s sent, e its end, p its row
    // of postings under way.
    private const string Pairs =
        """
        select wallet_no, seq, currency, amount, fault, under_way from (
          select coalesce(s.wallet_no, e.wallet_no) as wallet_no, coalesce(s.seq, e.seq) as seq,
                 s.currency, s.amount, e.seq is null as under_way, case
              when s.seq is null then 'the end of a posting that was not sent'
              when e.seq is null and p.seq is null
                then 'neither ended nor among the postings under way'
              when e.seq is null then null
              when e.amount is distinct from s.amount or e.currency is distinct from s.currency
                then 'another amount ended than was sent'
              when e.kind = 9 and (ew.id is distinct from s.counterparty
                or sw.id is distinct from e.counterparty)
                then 'accepted by another wallet than it was sent to'
              when e.kind <> 9 and (e.wallet_no <> s.wallet_no or e.account <> s.account
                or e.kind <> s.kind + 3 or e.hold is distinct from s.hold
                or e.counterparty is distinct from s.counterparty)
                then 'returned elsewhere than it came from'
              when e.kind <> 9 and p.seq is not null
                then 'returned and still among the postings under way'
            end as fault
            from (select wallet_no, seq, kind, account, currency, amount, counterparty, hold
                    from entries where kind in (7, 8)) s
            full join
                 (select wallet_no, seq, kind, account, currency, amount, counterparty, hold,
                         link_wallet_no, link_seq
                    from entries where kind in (9, 10, 11)) e
              on e.link_wallet_no = s.wallet_no and e.link_seq = s.seq
            left join wallets sw on sw.no = s.wallet_no
            left join wallets ew on ew.no = e.wallet_no
            left join postings p on p.wallet_no = s.wallet_no and p.seq = s.seq) pairs
         where fault is not null or under_way
        """;

    private const string EndedTwice =
        """
        select link_wallet_no, link_seq, case
            when count(*) filter (where kind = 9) = 0 then 'returned more than once'
            when count(*) filter (where kind = 9) = count(*) then 'accepted more than once'
            else 'accepted and returned'
          end
          from entries where kind in (9, 10, 11) and link_seq is not null
         group by 1, 2 having count(*) > 1
        """;

    private const string Strays =
        """
        select p.wallet_no, p.seq, 'a posting under way that was not sent'
          from postings p left join entries e
            on e.wallet_no = p.wallet_no and e.seq = p.seq and e.kind in (7, 8)
         where e.seq is null
        """;

    /// <returns>What is under way, by currency code.</returns>
    public static async Task<Dictionary<string, BigInteger>> Run(
        Snapshot snapshot, Tally tally, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        await snapshot.ForEach(Counts, row => tally.Looked = row.GetInt64(0), cancellationToken);
        var underWay = new Dictionary<string, BigInteger>(StringComparer.Ordinal);
        await snapshot.ForEach(
            Pairs,
            row =>
            {
                if (!row.IsDBNull(4))
                {
                    tally.Add(row.GetInt64(0), row.GetInt64(1), row.GetString(4));
                }

                if (row.GetBoolean(5))
                {
                    Add(underWay, row);
                }
            },
            cancellationToken);
        await snapshot.AddFaults(EndedTwice, tally, cancellationToken);
        await snapshot.AddFaults(Strays, tally, cancellationToken);
        tally.Elapsed = watch.Elapsed;
        return underWay;
    }

    private static void Add(Dictionary<string, BigInteger> underWay, Npgsql.NpgsqlDataReader row)
    {
        if (!row.IsDBNull(2) && !row.IsDBNull(3))
        {
            var currency = row.GetString(2);
            underWay[currency] = underWay.GetValueOrDefault(currency)
                + row.GetFieldValue<BigInteger>(3);
        }
    }
}
