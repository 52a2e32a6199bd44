using System.Diagnostics;

namespace OrleansWallet.Journal.Verification;

/// <summary>Every row of <c>keys</c> against heads and entries.</summary>
internal static class KeyRowsCheck
{
    private const string Count =
        "select count(*), count(*) filter (where entries > 0) from keys";

    private const string Faults =
        """
        select k.wallet_no, k.seq, case
            when w.no is null then 'a key of no wallet'
            when (k.entries > 0) = (k.refusal is not null) then 'a key of neither entries nor a refusal'
            when k.entries < 0 or k.seq < 0 or k.seq + greatest(k.entries - 1, 0) > w.seq
              then 'a key points beyond the history'
            else 'a refusal that can''t be read'
          end
          from keys k left join wallets w on w.no = k.wallet_no
         where w.no is null or (k.entries > 0) = (k.refusal is not null) or k.entries < 0
            or k.seq < 0 or k.seq + greatest(k.entries - 1, 0) > w.seq
            or k.refusal !~ '^[0-9]+ (-|[A-Z0-9]{2,12}) (-|[0-9]+) (-|[0-9]+)$'
        """;

    private const string Unmet =
        """
        select k.wallet_no, k.seq, 'a key names an entry that is not there'
          from keys k
         where k.entries > 0 and not exists (
           select from entries e where e.wallet_no = k.wallet_no and e.seq = k.seq)
        """;

    /// <param name="snapshot">The moment.</param>
    /// <param name="tally">Of the check.</param>
    /// <param name="met">Accepted keys that the entry pass met at their entries.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task Run(
        Snapshot snapshot, Tally tally, long met, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        long accepted = 0;
        await snapshot.ForEach(
            Count,
            row =>
            {
                tally.Looked = row.GetInt64(0);
                accepted = row.GetInt64(1);
            },
            cancellationToken);
        await snapshot.AddFaults(Faults, tally, cancellationToken);
        if (accepted != met)
        {
            // To join all keys with all entries again is dear: only to say which ones.
            await snapshot.AddFaults(Unmet, tally, cancellationToken);
        }

        tally.Elapsed += watch.Elapsed;
    }
}
