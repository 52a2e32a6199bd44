using System.Diagnostics;
using System.Globalization;
using OrleansWallet.Chaos.Audit;
using OrleansWallet.Chaos.Calls;
using OrleansWallet.Chaos.Grid;
using OrleansWallet.Chaos.Processes;

namespace OrleansWallet.Chaos;

/// <summary>
/// A grid of its own, server and database as processes, that is disturbed under load and checked
/// at rest.
/// </summary>
public sealed class ChaosRun : IAsyncDisposable
{
    private static readonly TimeSpan _postingsEndWithin = TimeSpan.FromSeconds(60);

    /// <summary>A copy that was confirmed within the last second is read as it is.</summary>
    private static readonly TimeSpan _readsLag = TimeSpan.FromSeconds(1.2);

    private readonly ChaosOptions _options;
    private readonly Action<string> _tell;
    private readonly Random _random;
    private readonly Faults _faults = new();
    private readonly Ledger _ledger = new();
    private readonly Holds _holds = new();
    private readonly Tally<Outcome> _outcomes = new();
    private readonly string _directory;
    private readonly Cluster _cluster;
    private readonly ServerProcess[] _servers;
    private readonly GridClient[] _grids;
    private readonly GridReader _reader;
    private readonly Auditor _auditor;
    private readonly AskAgain _askAgain;
    private readonly Disturber _disturber;
    private readonly Caller[] _callers;
    private int _quietPoints;
    private TimeSpan _loadTime;

    private ChaosRun(
        ChaosOptions options, string directory, Cluster cluster, Action<string> tell)
    {
        _options = options;
        _tell = tell;
        _directory = directory;
        _cluster = cluster;
        _random = new Random(options.Seed);
        _servers = [.. Enumerable.Range(1, options.Servers).Select(
            number => new ServerProcess(cluster.ConnectionString, directory, number))];
        _grids = Array.ConvertAll(_servers, server => server.Grid);
        _reader = new GridReader(_grids[0]);
        _auditor = new Auditor(_reader, _faults);
        _askAgain = new AskAgain(_grids[^1], _reader, _faults);
        _disturber = new Disturber(
            _servers, cluster, options, new Random(_random.Next()), _faults);
        _callers = [.. Enumerable.Range(0, options.Callers).Select(NewCaller)];
    }

    /// <param name="options">How long and how hard.</param>
    /// <param name="tell">Gets a line now and then.</param>
    /// <param name="cancellationToken">Ends the run early; processes are ended all the same.</param>
    /// <exception cref="ChaosSetupException">It could not be set up.</exception>
    public static async Task<ChaosReport> Run(
        ChaosOptions options, Action<string> tell, CancellationToken cancellationToken)
    {
        // The database's user has to get there, hence not 0700.
        var directory = Directory.CreateTempSubdirectory("orleanswallet-chaos.").FullName;
        await Shell.Run("chmod", ["0755", directory]);
        var cluster = new Cluster(directory);
        var keep = true;
        try
        {
            await cluster.Create();
            await using var run = new ChaosRun(options, directory, cluster, tell);
            var report = await run.Run(cancellationToken);
            keep = options.Keep || !report.IsClean;
            return keep ? report with { KeptIn = directory } : report;
        }
        catch (OperationCanceledException)
        {
            keep = false;
            throw;
        }
        catch (Exception)
        {
            tell($"kept in {directory}");
            throw;
        }
        finally
        {
            await cluster.Stop();
            if (!keep)
            {
                await cluster.Remove();
                Directory.Delete(directory, recursive: true);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }
    }

    private async Task<ChaosReport> Run(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await _disturber.Restore(cancellationToken);
        if (!_faults.Any)
        {
            await SignIn(cancellationToken);
            await _grids[0].CloseWallet(Cast.Closed, cancellationToken);
        }

        while (_disturber.Done.Total < _options.Rounds && !_faults.Any)
        {
            await Phase(cancellationToken);
        }

        if (!_faults.Any)
        {
            // From the first entry: nothing of the past may have changed.
            await new Auditor(_reader, _faults).Check(_ledger.All, _ledger.Wallets);
        }

        // Its last lines are written when it has ended.
        await Task.WhenAll(_servers.Select(server => server.Kill()));
        var logs = await ServerLogs.Read(_directory);
        foreach (var line in logs.Criticals)
        {
            _faults.Add($"the server calls it critical: {line}");
        }

        return new ChaosReport
        {
            Seed = _options.Seed,
            Rounds = _disturber.Done.Total,
            RoundsPlanned = _options.Rounds,
            QuietPoints = _quietPoints,
            Disturbances = _disturber.Done,
            Outcomes = _outcomes,
            Logs = logs,
            Settled = _ledger.All.Count(record => record.IsSettled),
            Abandoned = _ledger.All.Count(record => record.IsAbandoned),
            Entries = _auditor.Entries,
            AskedAgain = _askAgain.Asked,
            LoadTime = _loadTime,
            Elapsed = Stopwatch.GetElapsedTime(started),
            Faults = _faults,
        };
    }

    private async Task Phase(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var pause = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var load = Task.WhenAll(_callers.Select(
            caller => Task.Run(() => caller.Run(pause.Token), CancellationToken.None)));
        try
        {
            for (var round = 0; round < _options.RoundsPerPhase && !_faults.Any
                && _disturber.Done.Total < _options.Rounds; round++)
            {
                await _disturber.Round(cancellationToken);
            }

            await _disturber.Restore(cancellationToken);
        }
        catch (Exception)
        {
            // Nobody brings the grid back: callers must not wait for it.
            _faults.Add("the run broke off");
            throw;
        }
        finally
        {
            await pause.CancelAsync();
        }

        await load;
        _loadTime += Stopwatch.GetElapsedTime(started);
        await QuietPoint(cancellationToken);
    }

    private async Task QuietPoint(CancellationToken cancellationToken)
    {
        _quietPoints++;
        // A fresh token, since a long run outlives one.
        await SignIn(cancellationToken);
        await AwaitPostings(cancellationToken);
        await Task.Delay(ReadsLag, cancellationToken);
        var settled = _ledger.TakeNew();
        // Before the checks, so that these see what it might have done.
        await _askAgain.Check(_ledger.All, _options.AskedAgainMax, _random);
        var (isClean, output) = await _servers[0].Verify();
        if (!isClean)
        {
            _faults.Add($"verify: {output}");
        }

        if (!_faults.Any)
        {
            await _auditor.Check(settled, _ledger.Wallets);
        }

        _tell(string.Create(
            CultureInfo.InvariantCulture,
            $"round {_disturber.Done.Total}: {_ledger.All.Count} operations, "
            + $"{_auditor.Entries} entries, {_faults.Count} faults"));
    }

    private async Task AwaitPostings(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (await _cluster.CountPostings() is var left and > 0)
        {
            if (Stopwatch.GetElapsedTime(started) > _postingsEndWithin)
            {
                _faults.Add($"{left} postings are under way after {_postingsEndWithin} of rest");
                return;
            }

            await Task.Delay(200, cancellationToken);
        }
    }

    // With one server a read is of what was last told; a copy on another may be so much behind.
    private TimeSpan ReadsLag => _servers.Length == 1 ? TimeSpan.Zero : _readsLag;

    private Task SignIn(CancellationToken cancellationToken) =>
        Task.WhenAll(_grids.Select(grid => grid.SignIn(cancellationToken)));

    private Caller NewCaller(int number)
    {
        var seed = _random.Next();
        var planner = new Planner(
            string.Create(CultureInfo.InvariantCulture, $"c{number}"), new Random(seed), _holds);
        return new Caller(
            planner, new Random(seed + 1), _grids, ReadsLag, _ledger, _holds, _faults,
            _outcomes);
    }
}
