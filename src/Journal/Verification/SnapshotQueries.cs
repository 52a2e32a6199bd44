using Npgsql;

namespace OrleansWallet.Journal.Verification;

/// <summary>Reads of a snapshot's first session.</summary>
internal static class SnapshotQueries
{
    public static async Task ForEach(
        this Snapshot snapshot, string sql, Action<NpgsqlDataReader> onRow,
        CancellationToken cancellationToken)
    {
        await using var command = Snapshot.Command(snapshot.First, sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            onRow(reader);
        }
    }

    /// <summary>Adds each row (wallet number, seq, what is wrong) as a breach.</summary>
    public static Task AddFaults(
        this Snapshot snapshot, string sql, Tally tally, CancellationToken cancellationToken) =>
        snapshot.ForEach(
            sql,
            row => tally.Add(
                row.IsDBNull(0) ? null : row.GetInt64(0),
                row.IsDBNull(1) ? null : row.GetInt64(1),
                row.GetString(2)),
            cancellationToken);
}
