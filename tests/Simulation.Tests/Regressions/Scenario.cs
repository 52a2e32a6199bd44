using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Grains.Processes;
using OrleansWallet.Simulation.Audit;
using OrleansWallet.Simulation.Audit.Processes;
using OrleansWallet.Simulation.Core;
using OrleansWallet.Simulation.Faults;
using OrleansWallet.Simulation.Grid;
using OrleansWallet.Simulation.Store;

namespace OrleansWallet.Simulation.Tests.Regressions;

/// <summary>A simulated grid of two processes in which a test says what happens.</summary>
internal sealed class Scenario
{
    private static readonly TransactionType _type = new("regression");

    private readonly SimRandom _random = new(1);
    private readonly DatabaseHealth _health = new();
    private readonly FaultPlan _faults;
    private readonly SimProcessTable _processes;
    private readonly SimStream _stream;
    private readonly Listener _listener;
    private readonly Strand _caller;

    public Scenario()
    {
        _faults = new FaultPlan(FaultKinds.None, _random);
        Scheduler = new SimScheduler(_random, new Trace());
        Database = new SimDatabase(Scheduler);
        _processes = new SimProcessTable(Scheduler);
        var processes = new ProcessAudit(Scheduler, _processes);
        Auditor = new Auditor(Scheduler, Database, processes);
        Network = new SimNetwork(Scheduler, _faults, _random, Auditor, processes);
        _listener = new Listener(Database);
        _stream = new SimStream(Auditor, _listener, Scheduler, _faults, _random);
        _caller = new Strand(Scheduler, "caller");
        StartNode(0);
        StartNode(1);
    }

    public static Currency Usd => CurrencyRegistry.Default["USD"];

    public SimScheduler Scheduler { get; }

    public SimDatabase Database { get; }

    public Auditor Auditor { get; }

    public SimNetwork Network { get; }

    /// <summary>A process that has just begun, in place of the one that was there.</summary>
    public void StartNode(int index) => Network.Nodes[index] = new SimNode(
        index, Scheduler, Database, _health, _faults, _random, Network, _stream, _processes,
        NoOutside.Instance);

    public static CommandContext Derived(WalletId wallet, string operation, string reference) => new(
        CommandKey.Derived(wallet, operation, _type, new ReferenceId(reference)), _type,
        new ReferenceId(reference));

    public Task<WalletAnswer> Start(WalletId wallet, WalletCommand command) =>
        Start(wallet, grain => grain.Execute(command));

    public IReadOnlyList<WalletAnswer> ExecuteAll(
        WalletId wallet, IReadOnlyList<WalletCommand> commands)
    {
        var answers = Start(wallet, grain => grain.ExecuteAll(commands));
        RunUntil(() => answers.IsCompleted);
        return answers.Result;
    }

    /// <summary>Asks the copy of one process, wherever the wallet should live.</summary>
    public Task<WalletAnswer> StartAt(int node, WalletId wallet, WalletCommand command) =>
        StartAt(node, wallet, grain => grain.Execute(command));

    /// <summary>Calls the copy of one process, and waits for its answer.</summary>
    public T CallAt<T>(int node, WalletId wallet, Func<IWalletGrain, ValueTask<T>> call)
    {
        var answer = StartAt(node, wallet, call);
        RunUntil(() => answer.IsCompleted);
        return answer.Result;
    }

    private Task<T> StartAt<T>(int node, WalletId wallet, Func<IWalletGrain, ValueTask<T>> call)
    {
        var answer = new TaskCompletionSource<T>();
        var copy = Network.Nodes[node].Activate(wallet);
        async Task Ask() => answer.SetResult(await call((IWalletGrain)copy.Grain));
        copy.Strand.Run(() => _ = Ask());
        return answer.Task;
    }

    public WalletAnswer Reverse(WalletId wallet, long seq, CommandContext context)
    {
        var answer = Start(wallet, grain => grain.Reverse(seq, context));
        RunUntil(() => answer.IsCompleted);
        return answer.Result;
    }

    private Task<T> Start<T>(WalletId wallet, Func<IWalletGrain, ValueTask<T>> call)
    {
        var answer = new TaskCompletionSource<T>();
        async Task Ask() => answer.SetResult(await call(Network.Wallet(wallet)));
        _caller.Run(() => _ = Ask());
        return answer.Task;
    }

    /// <summary>All processes forget the wallet: the next call loads it.</summary>
    public void Forget(WalletId wallet)
    {
        foreach (var node in Network.Nodes)
        {
            node.Collect(wallet.Value);
        }
    }

    public WalletAnswer Execute(WalletId wallet, WalletCommand command)
    {
        var answer = Start(wallet, command);
        RunUntil(() => answer.IsCompleted);
        return answer.Result;
    }

    public void RunUntil(Func<bool> done)
    {
        for (var turns = 0; !done(); turns++)
        {
            Assert.True(turns < 1_000_000, "waited in vain");
            Scheduler.Step();
        }
    }

    public void Pass(TimeSpan time)
    {
        var until = Scheduler.Now + time.Ticks;
        RunUntil(() => Scheduler.Now >= until);
    }

    public void CheckQuiet()
    {
        RunUntil(() => Database.OpenCount == 0);
        Auditor.CheckQuiet();
        _listener.CheckQuiet(Auditor.Wallets, missesNothing: false);
    }
}
