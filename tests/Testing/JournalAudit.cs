using System.Numerics;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal;

namespace OrleansWallet.Testing;

/// <summary>Checks a whole database against what must always hold.</summary>
public static class JournalAudit
{
    // World → grid is positive; postings without an end are neither here nor there.
    private const string BooksSql =
        """
        with held as (
          select currency, sum(available + locked) as total from balances group by currency
        ), moved as (
          select currency,
                 coalesce(sum(amount) filter (where kind in (1, 15)), 0)
                 - coalesce(sum(amount) filter (where kind in (2, 5, 14)), 0) as world,
                 coalesce(sum(amount) filter (where kind in (7, 8)), 0)
                 - coalesce(sum(amount) filter (where kind in (9, 10, 11)), 0) as under_way
            from entries where currency is not null group by currency
        )
        select currency || ': ' || held.total || ' held, ' || under_way || ' under way, '
               || world || ' from the world'
          from held join moved using (currency) where held.total + under_way <> world
        """;

    // Each is a list of what is wrong.
    private static readonly string[] _faults =
    [
        BooksSql,
        """
        select 'key ' || k.key || ' names no command' from keys k
         where k.entries > 0 and not exists (
           select from entries e where e.wallet_no = k.wallet_no and e.seq = k.seq and e.leg = 0)
        """,
        """
        select 'command ' || e.wallet_no || '.' || e.seq || ' has no key' from entries e
         where e.leg = 0 and not exists (
           select from keys k
            where k.wallet_no = e.wallet_no and k.seq = e.seq and k.entries > 0)
        """,
        """
        select 'posting ' || p.wallet_no || '.' || p.seq || ' was never sent' from postings p
         where not exists (
           select from entries e
            where e.wallet_no = p.wallet_no and e.seq = p.seq and e.kind in (7, 8))
        """,
        """
        select 'posting ' || link_wallet_no || '.' || link_seq || ' ended ' || count(*) || ' times'
          from entries where kind in (9, 10, 11)
         group by link_wallet_no, link_seq having count(*) > 1
        """,
        """
        select 'wallet ' || wallet_no || ': holds differ from what is locked' from (
          select wallet_no, account, currency, sum(locked) as locked, sum(held) as held from (
            select wallet_no, account, currency, locked, 0 as held from balances
            union all
            select wallet_no, account, currency, 0, remaining from holds) both_sides
           group by wallet_no, account, currency) sums
         where locked <> held
        """,
    ];

    /// <exception cref="InvalidOperationException">Something is wrong; the message says what.</exception>
    public static async Task Check(TestDatabase database, IJournal journal)
    {
        var wrong = new List<string>();
        foreach (var sql in _faults)
        {
            wrong.AddRange(await database.Column<string>(sql));
        }

        foreach (var id in await database.Column<string>("select id from wallets order by id"))
        {
            await CheckWallet(new WalletId(id), journal, wrong);
        }

        if (wrong.Count > 0)
        {
            throw new InvalidOperationException(string.Join('\n', wrong.Take(20)));
        }
    }

    /// <summary>Everything held in one currency, in minor units.</summary>
    public static Task<BigInteger> Total(TestDatabase database, string currency) =>
        database.Scalar<BigInteger>(
            "select coalesce(sum(available + locked), 0) from balances "
            + $"where currency = '{currency}'");

    private static async Task CheckWallet(WalletId id, IJournal journal, List<string> wrong)
    {
        var line = await journal.Open(id, CancellationToken.None);
        var entries = await journal.ReadEntries(
            line.WalletNo, 1, int.MaxValue, CancellationToken.None);
        var state = WalletState.New(id);
        foreach (var entry in entries)
        {
            if (EntryChain.Next(id, state.Hash, entry) != entry.Hash)
            {
                wrong.Add($"{id}: the chain breaks at {entry.Seq}");
            }

            state = state.Apply(entry);
        }

        var (replayed, stored) =
            (WalletStates.Describe(state), WalletStates.Describe(line.Opened));
        if (replayed != stored)
        {
            wrong.Add($"{id}: the history gives\n{replayed}\nbut stored is\n{stored}");
        }
    }
}
