using System.Diagnostics;
using System.Globalization;
using OrleansWallet.LoadTest.Http;
using OrleansWallet.LoadTest.Progress;
using OrleansWallet.LoadTest.Replay.Verification;

namespace OrleansWallet.LoadTest.Replay;

/// <summary>One replay: funds the banks, posts every row, reads all of it back.</summary>
internal sealed class ReplayRun : IDisposable
{
    private readonly ReplayOptions _options;
    private readonly BankFile _file;
    private readonly IReadOnlyList<BankTransfers> _banks;
    private readonly IProgressDisplay _display;
    private readonly TimeProvider _time;
    private readonly GridClient _grid;
    private readonly ReplayCounts _counts = new();
    private readonly Mismatches _mismatches = new();
    private readonly RowPoster _poster;
    private readonly ReplayVerifier _verifier;
    private TimeSpan _posting;
    private TimeSpan _clientCpu;
    private VerifiedWallets? _verified;

    public ReplayRun(
        ReplayOptions options, BankFile file, IProgressDisplay display, TimeProvider time)
    {
        _options = options;
        _file = file;
        _banks = file.Banks();
        _display = display;
        _time = time;
        var patience = new Patience(options.RetryLimit, time);
        _grid = new GridClient(options.Root, options.Credentials, patience);
        _poster = new RowPoster(
            new RowRequests(_grid.Routes, options.WalletPrefix, options.Currency),
            _counts,
            _mismatches,
            time);
        _verifier = new ReplayVerifier(
            RowRequests.FundingReference(options.WalletPrefix, file.Id), _mismatches);
    }

    /// <summary>Runs to the end or to the first error, which the report then tells.</summary>
    public async Task<ReplayReport> RunAsync(CancellationToken cancellationToken)
    {
        string? error = null;
        try
        {
            await StepsAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            error = "stopped";
        }
        catch (Exception failure)
        {
            error = failure.Message;
        }

        return new ReplayReport(
            _options.Path,
            error,
            _file.Wallets.Count,
            _file.RowsTotal,
            _counts.Rows,
            _posting,
            _clientCpu,
            _counts.Replayed,
            _counts.InProgress,
            _grid.Retries.ByKind(),
            _counts.Latency,
            _verified,
            _mismatches.Count,
            _mismatches.Kept);
    }

    public void Dispose() => _grid.Dispose();

    private async Task StepsAsync(CancellationToken cancellationToken)
    {
        using (var lane = new GridLane(_grid))
        {
            await lane.SignInAsync(cancellationToken);
        }

        await EachAsync(
            _banks,
            (lane, bank, stop) => _poster.FundAsync(lane, bank, _file.Id, stop),
            cancellationToken);
        await _display.ShowAsync(PostAsync(cancellationToken), PostingFacts);
        if (_options.Verify)
        {
            await _display.ShowAsync(VerifyAsync(cancellationToken), VerifyingFacts);
        }
    }

    private async Task PostAsync(CancellationToken cancellationToken)
    {
        using var process = Process.GetCurrentProcess();
        var cpuBefore = process.TotalProcessorTime;
        var began = _time.GetTimestamp();
        try
        {
            await EachAsync(_file.Wallets, _poster.PostAsync, cancellationToken);
        }
        finally
        {
            _posting = _time.GetElapsedTime(began);
            process.Refresh();
            _clientCpu = process.TotalProcessorTime - cpuBefore;
        }
    }

    private async Task VerifyAsync(CancellationToken cancellationToken)
    {
        var began = _time.GetTimestamp();
        await EachAsync(_file.Wallets, _verifier.VerifyAsync, cancellationToken);
        await EachAsync(_banks, _verifier.VerifyAsync, cancellationToken);
        _verified = new VerifiedWallets(
            _verifier.Wallets, _verifier.Entries, _time.GetElapsedTime(began));
    }

    private Task EachAsync<T>(
        IReadOnlyList<T> items,
        Func<GridLane, T, CancellationToken, Task> work,
        CancellationToken cancellationToken) =>
        GridLanes.RunAsync(_grid, _options.Concurrency, items, work, cancellationToken);

    private ProgressFacts PostingFacts() => new(
        "posting",
        "rows",
        _counts.Rows,
        _file.RowsTotal,
        [
            ("replayed", Text(_counts.Replayed)),
            ("retries", Text(_grid.Retries.Total)),
            ("p50", Milliseconds(0.5)),
            ("p99", Milliseconds(0.99)),
        ]);

    private ProgressFacts VerifyingFacts() => new(
        "verifying",
        "wallets",
        _verifier.Wallets,
        _file.Wallets.Count + _banks.Count,
        [("mismatches", Text(_mismatches.Count)), ("retries", Text(_grid.Retries.Total))]);

    private string Milliseconds(double quantile) => string.Create(
        CultureInfo.InvariantCulture, $"{_counts.Latency.MicrosecondsAt(quantile) / 1000.0:0.0} ms");

    private static string Text(long count) => count.ToString(CultureInfo.InvariantCulture);
}
