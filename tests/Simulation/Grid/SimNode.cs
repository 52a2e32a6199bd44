using Microsoft.Extensions.Logging.Abstractions;
using OrleansWallet.Contracts.Balances;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Grains;
using OrleansWallet.Grains.Processes;
using OrleansWallet.Grains.Recovery;
using OrleansWallet.Grains.Wallets;
using OrleansWallet.Journal;
using OrleansWallet.Journal.Commits;
using OrleansWallet.Simulation.Core;
using OrleansWallet.Simulation.Faults;
using OrleansWallet.Simulation.Store;
using OrleansWallet.Simulation.Workload;

namespace OrleansWallet.Simulation.Grid;

/// <summary>One process of the grid: its clock, its writer, its grains. It can die.</summary>
internal sealed class SimNode
{
    // While one thread waits nobody comes.
    private static readonly JournalOptions _journalOptions = new() { GatherWindow = TimeSpan.Zero };

    private static readonly IReadOnlyDictionary<ProcessKind, IProcessRules> _rules =
        SimTerms.All.CreateRules();

    private readonly Dictionary<string, SimActivation> _activations =
        new(StringComparer.Ordinal);

    private readonly List<Strand> _strands = [];
    private readonly SimScheduler _scheduler;
    private readonly SimDatabase _database;
    private readonly SimCommitStore _store;
    private readonly GrainServices _services;
    private readonly RecoveryScan _recovery;
    private readonly Strand _recoveryStrand;

    public SimNode(
        int index, SimScheduler scheduler, SimDatabase database, DatabaseHealth health,
        FaultPlan faults, SimRandom random, SimNetwork network, IBalanceStream stream,
        SimProcessTable processes, IOutsideCalls outside)
    {
        Index = index;
        _scheduler = scheduler;
        _database = database;
        Time = new SimTime(scheduler);
        StartedAt = scheduler.Now;
        _store = new SimCommitStore(index, database, health, scheduler, Time, faults, random);
        var writer = new CommitWriter(_store, _journalOptions, Time, NullLogger.Instance);
        var connection = new SimConnection(health, scheduler, Time, random);
        var journal = new SimJournal(writer, _store, database, connection, Time, random);
        _services = new GrainServices(
            network, journal, stream, Time,
            new GrainOptions { RecoveryAge = TimeSpan.FromSeconds(3) }, new SimLogger(scheduler))
        {
            Processes = new ProcessServices(
                new SimProcessJournal(
                    processes, health, connection, scheduler, Time, faults, random),
                processes.Json, _rules, SimProcessStream.Instance, outside),
        };
        _recovery = new RecoveryScan(_services);
        _recoveryStrand = NewStrand("recovery");
        NewStrand("writer").Run(() => _ = writer.Run());
    }

    public int Index { get; }

    public SimTime Time { get; }

    /// <summary>By the simulation's clock.</summary>
    public long StartedAt { get; }

    public bool IsAlive { get; private set; } = true;

    /// <summary>Calls that came and are not answered.</summary>
    public int Serving { get; set; }

    /// <summary>Recovery scans that have begun and not ended.</summary>
    public int ScansRunning { get; private set; }

    /// <summary>What the last scan to end found; −1 when it failed or none has ended.</summary>
    public int LastScanFound { get; private set; } = -1;

    /// <summary>The live copy here; made at the first call.</summary>
    public SimActivation Activate(WalletId id) =>
        _activations.TryGetValue(id.Value, out var activation)
            ? activation
            : Add(id.Value, new WalletGrain(id, _services));

    /// <summary>The live copy here; made at the first call.</summary>
    /// <param name="id">The process.</param>
    /// <param name="key">Its id as text.</param>
    public SimActivation Activate(ProcessId id, string key) =>
        _activations.TryGetValue(key, out var activation)
            ? activation
            : Add(key, new ProcessGrain(id, _services));

    /// <summary>Drops a copy from the table; what it has under way goes on beside a newer one.</summary>
    public void Collect(string id) => _activations.Remove(id);

    /// <summary>Drops any copy.</summary>
    public void CollectAny(SimRandom random)
    {
        if (_activations.Count > 0)
        {
            Collect(_activations.Keys.ElementAt(random.Below(_activations.Count)));
        }
    }

    public void Recover()
    {
        ScansRunning++;
        _recoveryStrand.Run(() => _ = RunScan());
    }

    /// <summary>The end, at whatever await each of its strands is.</summary>
    public void Kill()
    {
        IsAlive = false;
        Time.Kill();
        foreach (var strand in _strands)
        {
            strand.Kill();
        }

        _database.CloseConnections(Index);
        _database.Leave(_store);
    }

    private SimActivation Add(string key, object grain)
    {
        var activation = new SimActivation(grain, NewStrand(key));
        _activations.Add(key, activation);
        return activation;
    }

    private async Task RunScan()
    {
        try
        {
            var scan = _recovery.RunOnce(CancellationToken.None);
            // In an outage each one fails: exceptions that are only looked at are not thrown again.
            await ((Task)scan).ConfigureAwait(
                ConfigureAwaitOptions.SuppressThrowing
                    | ConfigureAwaitOptions.ContinueOnCapturedContext);
            LastScanFound =
                scan.Exception?.InnerException is JournalUnavailableException or TimeoutException
                    ? -1
                    : await scan;
        }
        finally
        {
            ScansRunning--;
        }
    }

    private Strand NewStrand(string name)
    {
        var strand = new Strand(_scheduler, $"{name}@{Index}");
        _strands.Add(strand);
        return strand;
    }
}
