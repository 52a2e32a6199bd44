using System.Diagnostics;

namespace OrleansWallet.Journal.Verification;

/// <summary>Processes that stay between intention and answer: the other checks pass them over.
/// </summary>
internal static class AnswerCheck
{
    // Kinds as in ProcessKind. By the database's clock; a server's clock that is ahead hides
    // nothing, since the row was written when its last event happened or later.
    private const string Waiting =
        """
        with waiting as (
          select kind, id, status, due_at, updated_at, state::jsonb as state from processes
           where kind = 1 and status in (
                   'requested', 'escrowing', 'releasing', 'cancelling', 'expiring')
              or kind = 3 and status in (
                   'reserving', 'taking', 'giving', 'returning', 'unreserving')
              or kind = 4 and status in (
                   'requested', 'locking', 'paying', 'finishing', 'rejecting', 'cancelling')
              or kind = 5 and state->>'credit' = 'crediting'
              or kind = 6 and status = 'crediting'
              or kind = 9 and status = 'attributing'),
        timed as (
          select *, least(updated_at, (state->'events'->-1->>'at')::timestamptz) as since
            from waiting)
        select null::bigint, null::bigint,
               case kind when 1 then 'the trade ' || id when 3 then 'the order ' || id
                 when 4 then 'the withdrawal ' || id when 5 then 'the deposit ' || id
                 when 6 then 'the top-up ' || id else 'a referral' end
               || ' (' || status || ') waits for an answer since '
               || to_char(since at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
               || case when due_at is null then ', and recovery does not look for it' else '' end
          from timed where since < now() - interval '1 hour'
         order by since
        """;

    private const string Count =
        "select count(*) from processes where kind in (1, 3, 4, 5, 6, 9)";

    public static async Task Run(
        Snapshot snapshot, Tally tally, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        await snapshot.ForEach(
            Count, row => tally.Looked = row.GetInt64(0), cancellationToken);
        await snapshot.AddFaults(Waiting, tally, cancellationToken);
        tally.Elapsed = watch.Elapsed;
    }
}
