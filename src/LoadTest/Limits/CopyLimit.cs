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
        await using (var connection = await database.OpenConnectionAsync(cancellationToken))
        {
            // The first transaction compiles the code, and is not measured.
            await CopyNextAsync(connection, cancellationToken);
        }

        _done = 0;
        var began = time.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, options.Connections).Select(
            _ => Task.Run(() => CopyAsync(began, cancellationToken), cancellationToken)));
        return new CopyLimitReport(options, _done, time.GetElapsedTime(began));
    }

    private async Task CopyAsync(long began, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        while (time.GetElapsedTime(began) < options.Duration
            && await CopyNextAsync(connection, cancellationToken))
        {
        }
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
