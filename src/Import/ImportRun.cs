using System.Numerics;
using Npgsql;
using OrleansWallet.Domain.Money;
using OrleansWallet.Import.Balances;
using OrleansWallet.Import.Posting;
using OrleansWallet.Import.Reports;
using OrleansWallet.Import.Sources;

namespace OrleansWallet.Import;

/// <summary>
/// One import: reads all exports, brings their balances into the wallets, and compares what the
/// journal then holds with what the exports hold. Nothing is changed unless every export could be
/// read to its end. Safe to stop at any moment and to run again. Use it once.
/// </summary>
public sealed class ImportRun(
    ImportOptions options, CurrencyRegistry currencies, ImportProgress progress,
    TimeProvider time) : IDisposable
{
    private readonly BalanceBook _book = new();
    private readonly RowLogs _logs = new();
    private readonly List<CollectionCounts> _counts = [];
    private readonly List<string> _errors = [];
    private IReadOnlyList<TotalLine> _totals = [];
    private PostingCounts _posted = new();

    /// <param name="target">Where balances go; null for a dry run, which changes nothing.</param>
    /// <param name="cancellationToken">Stops it; the report then says so.</param>
    /// <returns>The report, which reads rows from this run: write it before disposing of this.</returns>
    public async Task<ImportReport> Run(
        ImportTarget? target, CancellationToken cancellationToken)
    {
        var startedAt = time.GetUtcNow();
        var began = time.GetTimestamp();
        try
        {
            await Task.Run(() => ReadAll(cancellationToken), cancellationToken);
            if (_errors.Count == 0)
            {
                var journal = target is null
                    ? ReportMaker.Plan(_book, options.LockedPolicy)
                    : await Post(target, cancellationToken);
                _totals = ReportMaker.Compare(_book, options, currencies, journal);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            _errors.Add("stopped; run it again to go on");
        }
        catch (Exception e) when (e is ImportStoppedException or NpgsqlException)
        {
            _errors.Add($"{e.Message}; run it again to go on");
        }

        return new ImportReport
        {
            IsDryRun = target is null,
            Errors = _errors,
            StartedAt = startedAt,
            Elapsed = time.GetElapsedTime(began),
            Users = _book.Users,
            Collections = [.. _counts.Select(ReportMaker.Summarize)],
            Totals = _totals,
            CommandsDone = _posted.Done,
            CommandsReplayed = _posted.Replayed,
            CommandsFailed = _posted.Failed,
            Logs = _logs,
        };
    }

    public void Dispose() => _logs.Dispose();

    private async Task<IReadOnlyDictionary<TotalKey, (BigInteger Credited, BigInteger Held)>> Post(
        ImportTarget target, CancellationToken cancellationToken)
    {
        var poster = new BalancePoster(target.Grains, options, _logs.Failed, progress, time);
        _posted = poster.Counts;
        await poster.Post(_book, cancellationToken);
        progress.Begin(ImportPhase.Checking, 0);
        return await JournalTotals.Read(target.Database, cancellationToken);
    }

    // All of them, so that one run tells everything that is wrong.
    private void ReadAll(CancellationToken cancellationToken)
    {
        progress.Begin(ImportPhase.Reading, options.Files.Sum(LengthOf));
        long before = 0;
        foreach (var file in options.Files.OrderBy(f => f.Collection))
        {
            try
            {
                Read(file, before, cancellationToken);
            }
            catch (Exception e) when (e is SourceException or IOException
                or UnauthorizedAccessException)
            {
                _errors.Add($"{file.Name}: {e.Message}");
            }

            before += LengthOf(file);
        }
    }

    private void Read(SourceFile file, long before, CancellationToken cancellationToken)
    {
        var keeper = new BookKeeper(file, options, currencies, _book, _logs);
        _counts.Add(keeper.Counts);
        var (rows, rejected) = (progress.Rows, progress.Rejected);
        using var stream = SourceStream.Open(file.Path);
        var scanner = new RowScanner(stream);
        while (scanner.TryRead(out var row))
        {
            cancellationToken.ThrowIfCancellationRequested();
            keeper.Add(row);
            progress.SetRows(rows + keeper.Counts.Rows, rejected + keeper.Counts.Rejected);
            progress.SetDone(before + stream.FilePosition);
        }

        if (keeper.Counts.Rows > 0 && keeper.Counts.Unreadable == keeper.Counts.Rows)
        {
            throw new SourceException(
                "no row can be read: neither a JSON array nor one object a line");
        }
    }

    private static long LengthOf(SourceFile file) =>
        new FileInfo(file.Path) is { Exists: true } info ? info.Length : 0;
}
