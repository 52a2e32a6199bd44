using Npgsql;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal;
using OrleansWallet.Journal.Postgres;
using OrleansWallet.LoadTest.Databases;

namespace OrleansWallet.LoadTest.Limits;

/// <summary>
/// The bare limit of the hot wallet: its keys and entries by binary COPY into the journal's own
/// tables, written by the journal's own row writers. Nothing is decided, checked or answered.
/// </summary>
internal sealed class CopyLimit(CopyLimitOptions options, NpgsqlDataSource database, TimeProvider time)
{
    private const long WalletNo = 1;

    private readonly List<(KeyWrite Key, Entry Entry)> _rows =
        HotWalletRows.Make(options.Rows, time);

    private int _taken;
    private long _done;

    public async Task<CopyLimitReport> RunAsync(CancellationToken cancellationToken)
    {
        var connections = new List<NpgsqlConnection>();
        try
        {
            while (connections.Count < options.Connections)
            {
                connections.Add(await database.OpenConnectionAsync(cancellationToken));
            }

            await WarmUpAsync(connections, cancellationToken);
            var took = await CopyAllAsync(connections, options.Duration, cancellationToken);
            return new CopyLimitReport(options, _done, took);
        }
        finally
        {
            foreach (var connection in connections)
            {
                await connection.DisposeAsync();
            }
        }
    }

    // The same rows over and over: once at least, which compiles the code.
    private async Task WarmUpAsync(
        List<NpgsqlConnection> connections, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        do
        {
            await CopyAllAsync(
                connections, options.WarmUp - time.GetElapsedTime(began), cancellationToken);
            await using var empty = new NpgsqlCommand("truncate keys, entries", connections[0]);
            await empty.ExecuteNonQueryAsync(cancellationToken);
        }
        while (time.GetElapsedTime(began) < options.WarmUp);
    }

    /// <returns>How long it took.</returns>
    private async Task<TimeSpan> CopyAllAsync(
        List<NpgsqlConnection> connections, TimeSpan limit, CancellationToken cancellationToken)
    {
        (_taken, _done) = (0, 0);
        var began = time.GetTimestamp();
        await Task.WhenAll(connections.Select(connection => Task.Run(
            async () =>
            {
                while (await CopyNextAsync(connection, cancellationToken)
                    && time.GetElapsedTime(began) < limit)
                {
                }
            },
            cancellationToken)));
        return time.GetElapsedTime(began);
    }

    /// <returns>False when no rows are left.</returns>
    private async Task<bool> CopyNextAsync(
        NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var end = Interlocked.Add(ref _taken, options.Batch);
        if (end > _rows.Count)
        {
            return false;
        }

        var rows = _rows.GetRange(end - options.Batch, options.Batch);
        var keys = new KeyRows();
        rows.ForEach(row => keys.Add(WalletNo, row.Key));
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        JournalCopy.Write(connection, rows.Select(row => (WalletNo, row.Entry)), keys);
        await transaction.CommitAsync(cancellationToken);
        Interlocked.Add(ref _done, options.Batch);
        return true;
    }
}
