using OrleansWallet.Domain.Ids;
using OrleansWallet.Simulation.Audit;
using OrleansWallet.Simulation.Audit.Processes;
using OrleansWallet.Simulation.Core;
using OrleansWallet.Simulation.Faults;
using OrleansWallet.Simulation.Grid;
using OrleansWallet.Simulation.Outside;
using OrleansWallet.Simulation.Store;
using OrleansWallet.Simulation.Workload;

namespace OrleansWallet.Simulation.Runs;

/// <summary>One simulated grid with its callers and its misfortunes, from start to verdict.</summary>
internal sealed class World
{
    private const int StepsBetweenQuiet = 200;
    private const int ClientCount = 10;
    private const int TurnsMax = 2_000_000;

    // The draw takes none of the numbers that the run goes by.
    private const ulong LoneSalt = 0x10E;

    private readonly SimOptions _options;
    private readonly SimRandom _random;
    private readonly Trace _trace = new();
    private readonly SimScheduler _scheduler;
    private readonly SimDatabase _database;
    private readonly DatabaseHealth _health = new();
    private readonly FaultPlan _faults;
    private readonly SimProcessTable _processes;
    private readonly ProcessAudit _processAudit;
    private readonly SimProvider _provider;
    private readonly Auditor _auditor;
    private readonly SimNetwork _network;
    private readonly Listener _listener;
    private readonly SimStream _stream;
    private readonly Client[] _clients;
    private readonly Strand[] _clientStrands;
    private readonly Strand _screen;
    private readonly SimTime _clientTime;
    private int _steps;
    private int _stepsLeft;
    private SimTimer? _misfortune;
    private SimTimer? _look;
    private Exception? _failed;

    public World(SimOptions options)
    {
        _options = options;
        _random = new SimRandom(options.Seed);
        _scheduler = new SimScheduler(_random, _trace);
        _database = new SimDatabase(_scheduler);
        _faults = new FaultPlan(options.Faults, _random);
        _processes = new SimProcessTable(_scheduler);
        _processAudit = new ProcessAudit(_scheduler, _processes);
        _auditor = new Auditor(_scheduler, _database, _processAudit);
        _network = new SimNetwork(_scheduler, _faults, _random, _auditor, _processAudit);
        // One process with all grains may trust that nobody else writes, but for a visit's time.
        _network.IsLone = new SimRandom(options.Seed ^ LoneSalt).Below(4) == 0;
        _provider = new SimProvider(
            _scheduler, _network, _faults, _random, _processes, _processAudit);
        _listener = new Listener(_database);
        _stream = new SimStream(_auditor, _listener, _scheduler, _faults, _random);
        for (var i = 0; i < _network.Nodes.Length; i++)
        {
            StartNode(i);
        }

        _clientTime = new SimTime(_scheduler);
        var maker = new CommandMaker(_random, _clientTime.GetUtcNow);
        var requests = new Requests();
        var referrers = new Referrers(_processes, _random);
        var trades = new TradeMaker(_random, requests, referrers);
        var referrals = new ReferralMaker(_random, requests);
        var processes = new ProcessMaker(_random, trades, referrals,
        [
            (9, trades),
            (5, new WithdrawalMaker(_random, _clientTime.GetUtcNow, requests)),
            (2, new DepositMaker(_provider.Payments, _random, requests)),
            (1, new TopUpMaker(_random, requests)),
            (4, new OrderMaker(_random, requests, referrers)),
            (2, referrals),
        ]);
        _screen = new Strand(_scheduler, "screen");
        _clients = new Client[ClientCount];
        _clientStrands = new Strand[ClientCount];
        for (var i = 0; i < ClientCount; i++)
        {
            _clients[i] = new Client(
                _network, maker, processes, _clientTime, _faults, _random, TakeStep);
            _clientStrands[i] = new Strand(_scheduler, $"client{i}");
        }
    }

    public SimResult Run()
    {
        try
        {
            while (_steps < _options.Steps)
            {
                _stepsLeft = Math.Min(StepsBetweenQuiet, _options.Steps - _steps);
                _faults.Resting = false;
                Start(c => c.Work());
                ScheduleMisfortune();
                if (_network.IsLone)
                {
                    ScheduleLook();
                }

                Until(AllParked, "the callers come to an end");
                Quiet();
            }

            return Result(null);
        }
        catch (Exception e)
        {
            return Result(e);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(null);
        }
    }

    private SimResult Result(Exception? failure)
    {
        var wallets = (failure as BreachException)?.Wallets ?? [];
        return new SimResult(
            _options, _trace.Hash, _steps, failure,
            failure is null ? [] : [.. _trace.Last(wallets, _options.Events)]);
    }

    private bool TakeStep()
    {
        if (_stepsLeft == 0)
        {
            return false;
        }

        _stepsLeft--;
        _steps++;
        return true;
    }

    private void Start(Func<Client, Task> work)
    {
        for (var i = 0; i < ClientCount; i++)
        {
            var client = _clients[i];
            _clientStrands[i].Run(() => _ = Watch(work(client)));
        }

        // Their first turns unpark them.
        while (_clientStrands.Any(s => s.HasTurns))
        {
            _scheduler.Step();
        }
    }

    private async Task Watch(Task work)
    {
        try
        {
            await work;
        }
        catch (Exception e)
        {
            _failed ??= e;
        }
    }

    private bool AllParked()
    {
        foreach (var client in _clients)
        {
            if (!client.IsParked)
            {
                return false;
            }
        }

        return true;
    }

    private void Until(Func<bool> done, string what)
    {
        for (var turns = 0; !done(); turns++)
        {
            if (_failed is not null)
            {
                throw _failed;
            }

            if (turns > TurnsMax)
            {
                throw new BreachException("everything ends", $"waited in vain until {what}", []);
            }

            _scheduler.Step();
        }

        if (_failed is not null)
        {
            throw _failed;
        }
    }

    // Faults rest until everything that is under way has come to its end.
    private void Quiet()
    {
        _faults.Resting = true;
        _misfortune?.Cancel();
        _look?.Cancel();
        _health.IsAway = false;
        EndSplit();
        for (var i = 0; i < _network.Nodes.Length; i++)
        {
            if (!_network.Nodes[i].IsAlive)
            {
                StartNode(i);
            }
        }

        Until(
            () => _database.OpenCount == 0 && _processes.OpenCount == 0 && _provider.IsIdle,
            "lost transactions end");
        Start(c => c.Settle());
        Until(AllParked, "what was unknown is settled");
        var frozen = _auditor.Wallets.Where(w => w.Last.Status == 1)
            .Select(w => new WalletId(w.Id)).ToList();
        _clientStrands[0].Run(() => _ = Watch(_clients[0].Unfreeze(frozen)));
        while (_clientStrands[0].HasTurns)
        {
            _scheduler.Step();
        }

        Until(AllParked, "frozen wallets are open again");
        for (var round = 0; ; round++)
        {
            // Longer than the age at which recovery takes a posting up, and any call's time.
            var until = _scheduler.Now + TimeSpan.FromSeconds(12).Ticks;
            Until(() => _scheduler.Now >= until, "time passes");
            foreach (var node in _network.Nodes)
            {
                node.Recover();
            }

            Until(() => _network.Nodes.All(n => n.ScansRunning == 0), "recovery ends");
            var marksUntil = _scheduler.Now + TimeSpan.FromSeconds(1).Ticks;
            Until(() => _scheduler.Now >= marksUntil && _database.OpenCount == 0
                    && _processes.OpenCount == 0 && _provider.IsIdle, "marks are written");
            // What a scan brings to its end may leave work for the next: money that comes back to a
            // hold past its time.
            if (_database.Postings.Count == 0 && _network.Nodes.All(n => n.LastScanFound == 0))
            {
                break;
            }

            if (round > 20)
            {
                throw new BreachException(
                    "everything ends", "recovery does not bring all it finds to its end",
                    [.. _database.Postings.Keys.Select(p => _database.ByNo[p.No].Id.Value).Distinct()]);
            }
        }

        if (_network.Nodes.Any(n => n.Serving > 0))
        {
            throw new BreachException("everything ends", "a call was never answered", []);
        }

        _auditor.CheckQuiet();
        _processAudit.CheckQuiet();
        _listener.CheckQuiet(
            _auditor.Wallets, missesNothing: _options.Faults == FaultKinds.None);
    }

    private void StartNode(int index) => _network.Nodes[index] = new SimNode(
        index, _scheduler, _database, _health, _faults, _random, _network, _stream,
        _processes, _provider.Calls);

    // Now and then something happens to a whole process or to the database.
    private void ScheduleMisfortune() => _misfortune = _scheduler.After(_random.Between(15, 150), () =>
    {
        var index = _random.Below(_network.Nodes.Length);
        var node = _network.Nodes[index];
        if (_faults.Strikes(FaultKinds.Crash, 4) && node.IsAlive)
        {
            Note($"process {index} is killed");
            node.Kill();
            _scheduler.After(_random.Between(1, 3000), () => Restart(index));
        }

        if (_faults.Strikes(FaultKinds.Outage, 2))
        {
            Note("the database goes away");
            _health.IsAway = true;
            _scheduler.After(_random.Between(1, 12_000), () => _health.IsAway = false);
        }

        if (_faults.Strikes(FaultKinds.Duplicates, _network.IsLone ? 1 : 5))
        {
            Note("the processes disagree where wallets live");
            _network.IsSplit = true;
            _scheduler.After(_random.Between(1, SplitMax()), EndSplit);
        }

        if (_faults.Strikes(FaultKinds.ClockJumps, 2))
        {
            node.Time.Jump(_random.Between(1, 60_000));
        }

        if (_faults.Strikes(FaultKinds.Recovery, 8) && node.IsAlive)
        {
            node.Recover();
            if (_random.Below(3) == 0)
            {
                _network.Nodes[_random.Below(_network.Nodes.Length)].Recover();
            }
        }

        if (_faults.Strikes(FaultKinds.Network, 20))
        {
            _network.DeliverStray();
        }

        if (_faults.Strikes(FaultKinds.Collection, 20))
        {
            node.Collect($"w{_random.Below(12)}");
            node.CollectAny(_random);
        }

        ScheduleMisfortune();
    });

    // Wallets that are read all the time are confirmed by looks at the writers.
    private void ScheduleLook() => _look = _scheduler.After(_random.Between(1, 300), () =>
    {
        _screen.Run(() => _ = Watch(_clients[0].Read()));
        ScheduleLook();
    });

    // A visitor stays for long, or comes and goes between two looks at the writers.
    private int SplitMax() => !_network.IsLone ? 5000 : _random.Below(2) == 0 ? 1000 : 20_000;

    private void EndSplit()
    {
        if (_network.IsSplit && _network.IsLone && _network.Nodes[1].IsAlive)
        {
            Note("the visitor leaves");
            _network.Nodes[1].Kill();
            StartNode(1);
        }

        _network.IsSplit = false;
    }

    private void Restart(int index)
    {
        if (!_network.Nodes[index].IsAlive)
        {
            Note($"process {index} is back");
            StartNode(index);
        }
    }

    private void Note(string text) => _trace.Event(_scheduler.Now, "grid", () => text);
}
