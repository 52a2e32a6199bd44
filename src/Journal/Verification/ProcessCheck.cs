using System.Diagnostics;

namespace OrleansWallet.Journal.Verification;

/// <summary>
/// Every process that rests against the entries that carry its reference: exactly the money that
/// its status says has moved, and exactly the holds it says there are.
/// </summary>
/// <remarks>A process between intention and answer may have moved its money or not; it is passed
/// over here, and told by <see cref="AnswerCheck"/> when it stays so.</remarks>
internal static class ProcessCheck
{
    // Kinds as in ProcessKind: 1 trade, 2 offer, 3 order, 4 withdrawal, 5 deposit, 6 top-up.
    private const string Count = "select count(*) from processes where kind between 1 and 6";

    // A stored amount is '150 BTC' in minor units. The text before its blank:
    private const string Fields =
        """
        with money as materialized (
          select kind, id, status, state::jsonb as state from processes
           where kind in (1, 3, 4, 6) and status in (
             'escrowed', 'paid', 'completed', 'cancelled', 'expired', 'rejected',
             'pending', 'sent', 'review', 'finished', 'refused', 'quoted', 'success', 'failed')),
        fields as (
          select kind, id, status, state,
                 split_part(state->>'amount', ' ', 1)::numeric as amount,
                 split_part(state->>'amount', ' ', 2) as currency,
                 split_part(state->>'fee', ' ', 1)::numeric as fee
            from money),
        """;

    // What each wallet must have gained (less than zero: lost) by each process that moved money.
    private const string Expected =
        """
        owed(kind, id, wallet, currency, gain) as (
          select kind, id, state->>'seller', currency, -amount from fields
           where kind = 1 and status = 'completed'
          union all
          select kind, id, state->>'buyer', currency, amount - fee from fields
           where kind = 1 and status = 'completed'
          union all
          select kind, id, 'platform:fees', currency, fee from fields
           where kind = 1 and status = 'completed' or kind = 4 and status = 'finished'
          union all
          select kind, id, state->>'user', currency, -amount - fee from fields
           where kind = 4 and status = 'finished'
          union all
          select kind, id, state->>'user', currency, amount from fields
           where kind = 6 and status = 'success'
          union all
          select f.kind, f.id, leg.wallet, split_part(leg.amount, ' ', 2),
                 leg.sign * (split_part(leg.amount, ' ', 1)::numeric - leg.less)
            from fields f
           cross join lateral (values
             (f.state->>'user', -1, f.state->>'from', 0),
             (f.state->>'user', 1, f.state->>'to', 0),
             ('platform:liquidity', -1, f.state->>'to', 0),
             ('platform:liquidity', 1, f.state->>'from', f.fee),
             ('platform:fees', 1, f.state->>'fee', 0)) as leg(wallet, sign, amount, less)
           where f.kind = 3 and f.status = 'completed'),
        """;

    // Kinds as in EntryKind. Commissions are a matter of their own, and a reversal by hand is an
    // admin's, not the process's.
    private const string Moved =
        """
        moved(id, wallet, currency, gain) as (
          select split_part(substr(e.reference, 6), ':', 1), w.id, e.currency, sum(case
              when e.kind in (1, 9, 10, 11) then e.amount
              when e.kind in (2, 5, 7, 8) then -e.amount else 0 end)
            from entries e join wallets w on w.no = e.wallet_no
           where e.reference like 'proc:%' and e.type <> 'referral_commission'
             and e.kind not in (14, 15)
           group by 1, 2, 3),
        """;

    private const string Money = Fields + Expected + Moved +
        """
        sums as (
          select id, wallet, currency, sum(gain) as gain from owed group by 1, 2, 3)
        select null::bigint, null::bigint,
               'the money of ' || f.id || ' (' || f.status || ') is not where it belongs'
          from fields f
          join (select coalesce(m.id, s.id) as id
                  from moved m full join sums s using (id, wallet, currency)
                 where coalesce(m.gain, 0) <> coalesce(s.gain, 0)) wrong on wrong.id = f.id
         group by f.id, f.status
        """;

    private const string Holds = Fields +
        """
        held(id, wallet, currency, remaining) as (
          select split_part(substr(h.name, 6), ':', 1), w.id, h.currency, sum(h.remaining)
            from holds h join wallets w on w.no = h.wallet_no
           where h.name like 'proc:%' group by 1, 2, 3),
        owed(id, wallet, currency, remaining) as (
          select id, state->>'seller', currency, amount from fields
           where kind = 1 and status in ('escrowed', 'paid')
          union all
          select id, state->>'user', currency, amount + fee from fields
           where kind = 4 and status in ('pending', 'sent', 'review'))
        select null::bigint, null::bigint, 'the hold of ' || f.id || ' (' || f.status || ') is '
               || case when o.id is null then 'still there' when h.id is null then 'not there'
                  else 'of another amount' end
          from owed o full join held h using (id, wallet, currency)
          join fields f on f.id = coalesce(o.id, h.id)
         where o.remaining is distinct from h.remaining
        """;

    private const string Strangers =
        """
        select e.wallet_no, min(e.seq), 'money of a process that is not there'
          from entries e
          left join processes p on p.id = split_part(substr(e.reference, 6), ':', 1)
         where e.reference like 'proc:%' and p.id is null
         group by e.wallet_no, e.reference
        """;

    private const string Deposits =
        """
        with credits as (
          select e.reference, w.id as wallet, e.currency, count(*) as times, sum(e.amount) as amount
            from entries e join wallets w on w.no = e.wallet_no
           where e.kind = 1 and e.type = 'deposit_nowpayments'
             and e.counterparty = 'world:nowpayments'
           group by 1, 2, 3)
        select null::bigint, null::bigint, 'the deposit ' || p.id || case
            when c.times > 1 then ' was credited more than once'
            when state->>'credit' <> 'credited' then ' was credited without being so'
            else ' was credited with another sum or not at all' end
          from processes p
          left join credits c on c.reference = p.id
         where p.kind = 5 and state->>'credit' <> 'crediting' and (
           c.times > 1 or (c.times > 0) <> (state->>'credit' = 'credited')
           or (state->>'credit' = 'credited' and (c.times is null
             or c.wallet <> state->>'user' or state->>'paid' <> c.amount || ' ' || c.currency)))
        """;

    // A trade that asks for its part, or has not told how it ended, may be counted or not; so may
    // one that was escrowed again after its part was freed.
    private const string Offers =
        """
        with trades as materialized (
          select status, state::jsonb as state from processes where kind = 1),
        parts as (
          select substr(state->>'offer', 7) as offer, split_part(state->>'amount', ' ', 1)::numeric as amount,
                 case
                   when (state->>'escrow')::int > 1 then 'maybe'
                   when status = 'completed' then 'sure'
                   when (state->>'offer_settled')::boolean then 'none'
                   when status in ('requested', 'cancelled', 'expired', 'rejected') then 'maybe'
                   else 'sure' end as counts
            from trades where state ? 'offer'),
        bounds as (
          select offer, coalesce(sum(amount) filter (where counts = 'sure'), 0) as low,
                 coalesce(sum(amount) filter (where counts <> 'none'), 0) as high
            from parts group by 1),
        taken as (
          select o.id, split_part(o.state->>'used', ' ', 1)::numeric + coalesce((
                   select sum(split_part(r.value->>'amount', ' ', 1)::numeric)
                     from json_each(o.state->'reservations') r), 0) as amount
            from processes o where o.kind = 2)
        select null::bigint, null::bigint,
               'of the offer ' || t.id || ' another sum is taken than its trades have'
          from taken t left join bounds b on b.offer = t.id
         where t.amount < coalesce(b.low, 0) or t.amount > coalesce(b.high, 0)
        """;

    // What is paid to whoever referred the payer is a part of the fee, and comes from the fees.
    private const string Commissions =
        """
        with paid as (
          select split_part(substr(e.reference, 6), ':', 1) as id, e.currency,
                 sum(case when w.id = 'platform:fees' then 0
                     when e.kind = 9 then e.amount else 0 end) as amount
            from entries e join wallets w on w.no = e.wallet_no
           where e.reference like 'proc:%' and e.type = 'referral_commission'
           group by 1, 2)
        select null::bigint, null::bigint,
               'the commission of ' || p.id || ' is more than it says'
          from processes p join paid on paid.id = p.id
         where p.kind in (1, 3) and paid.amount > 0
           and state->>'commission' is distinct from paid.amount || ' ' || paid.currency
        """;

    public static async Task Run(
        Snapshot snapshot, Tally tally, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        await snapshot.ForEach(
            Count, row => tally.Looked = row.GetInt64(0), cancellationToken);
        string[] faults = [Money, Holds, Strangers, Deposits, Offers, Commissions];
        foreach (var sql in faults)
        {
            await snapshot.AddFaults(sql, tally, cancellationToken);
        }

        tally.Elapsed = watch.Elapsed;
    }
}
