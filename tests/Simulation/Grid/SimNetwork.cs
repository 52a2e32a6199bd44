using OrleansWallet.Contracts;
using OrleansWallet.Contracts.Processes;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Simulation.Audit;
using OrleansWallet.Simulation.Audit.Processes;
using OrleansWallet.Simulation.Core;
using OrleansWallet.Simulation.Faults;

namespace OrleansWallet.Simulation.Grid;

/// <summary>
/// Carries calls to grains: they may be lost, late, doubled and out of order, and arrive at
/// whichever process is thought to hold the grain.
/// </summary>
internal sealed class SimNetwork(
    SimScheduler scheduler, FaultPlan faults, SimRandom random, Auditor auditor,
    ProcessAudit processes) : IGrains
{
    /// <summary>After so long a caller is told that it timed out.</summary>
    public static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(8);

    private const int StraysMax = 64;

    // An exception that is looked at costs less than one that is thrown once more.
    private const ConfigureAwaitOptions Quietly =
        ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext;

    private readonly List<SimCall> _strays = [];
    private readonly List<SimCall> _forgotten = [];

    public SimNode[] Nodes { get; } = new SimNode[2];

    /// <summary>While true, all grains live at the first process.</summary>
    public bool IsLone { get; set; }

    /// <summary>While true, the processes don't agree where a grain lives.</summary>
    public bool IsSplit { get; set; }

    /// <summary>A copy of some earlier call arrives, long after its caller has gone.</summary>
    public void DeliverStray()
    {
        if (_strays.Count > 0)
        {
            var index = random.Below(_strays.Count);
            var stray = _strays[index];
            _strays.RemoveAt(index);
            Arrive(stray);
        }
    }

    /// <summary>Copies of earlier calls arrive at a process that no longer remembers them.</summary>
    public void DeliverForgotten(ProcessId id)
    {
        var key = id.ToString();
        var strays = _forgotten.Where(s => s.Key == key).ToList();
        _forgotten.RemoveAll(s => s.Key == key);
        foreach (var stray in strays)
        {
            Arrive(stray);
        }
    }

    public IWalletGrain Wallet(WalletId id) => new Address(this, id);

    public IProcessGrain Process(ProcessId id) => new ProcessAddress(this, id);

    private ValueTask<T> Call<T>(
        WalletId id, Func<IWalletGrain, ValueTask<T>> ask, Action<T, SimNode>? heard = null,
        bool isRead = false) =>
        Send(new WalletCall<T>(this, id, ask, heard) { IsRead = isRead });

    private ValueTask<T> Call<T>(
        ProcessId id, Func<IProcessGrain, ValueTask<T>> ask, Action<T, SimNode>? heard = null) =>
        Send(new ProcessCall<T>(this, id, ask, heard));

    private ValueTask<T> Send<T>(CallOf<T> call)
    {
        scheduler.Set(call, CallTimeout);
        // Of the few calls of processes more.
        var isOfProcess = call.Key.Contains(':', StringComparison.Ordinal);
        if (faults.Strikes(FaultKinds.Network, isOfProcess ? 8 : 0.5))
        {
            Keep(_strays, call);
        }

        if (call.CanBeForgotten && faults.Strikes(FaultKinds.Network, 25))
        {
            Keep(_forgotten, call);
        }

        var copies = faults.Strikes(FaultKinds.Network, 1) ? 2 : 1;
        for (var i = 0; i < copies; i++)
        {
            if (!faults.Strikes(FaultKinds.Network, 0.5))
            {
                scheduler.Set(new Arrival(this, call), Delay());
            }
        }

        return new ValueTask<T>(call.Answer);
    }

    private void Keep(List<SimCall> calls, SimCall call)
    {
        if (calls.Count == StraysMax)
        {
            calls.RemoveAt(random.Below(StraysMax));
        }

        calls.Add(call);
    }

    private void Arrive(SimCall call)
    {
        var node = Nodes[Place(call)];
        if (node.IsAlive)
        {
            var activation = call.Activate(node);
            activation.Strand.Post(
                static s => ((Service)s!).Begin(), new Service(call, node, activation.Grain));
        }
    }

    private TimeSpan Delay() => faults.Strikes(FaultKinds.Network, 2)
        ? random.Between(2, 3000)
        : random.Between(0.02, 0.2);

    // Who comes for a visit to the one process takes over what is changed there, and those who read
    // have not heard of him.
    private int Place(SimCall call) => (IsSplit, IsLone) switch
    {
        (true, true) => call.IsRead ? 0 : 1,
        (true, false) => random.Below(Nodes.Length),
        (false, true) => 0,
        _ => Home(call.Key),
    };

    // Not string.GetHashCode, which differs between processes.
    private int Home(string key)
    {
        var sum = 0;
        foreach (var c in key)
        {
            sum = (sum * 31) + c;
        }

        return (sum & int.MaxValue) % Nodes.Length;
    }

    private sealed class Arrival(SimNetwork network, SimCall call) : SimTimer
    {
        public override void Run() => network.Arrive(call);
    }

    private sealed record Service(SimCall Call, SimNode Node, object Grain)
    {
        public void Begin() => Call.Serve(Node, Grain);
    }

    private sealed class ReplyTimer<T>(CallOf<T> call, T result) : SimTimer
    {
        public override void Run() => call.End(result);
    }

    /// <param name="network">Carries it.</param>
    /// <param name="key">Of the grain.</param>
    /// <param name="heard">Hears each answer where it is given.</param>
    private abstract class CallOf<T>(
        SimNetwork network, string key, Action<T, SimNode>? heard) : SimCall(key)
    {
        // Set by timers, outside any strand: whoever awaits it resumes on a strand of his own.
        private readonly TaskCompletionSource<T> _answer = new();

        public Task<T> Answer => _answer.Task;

        public override void Run() => _answer.TrySetException(new TimeoutException("no answer"));

        public void End(T result)
        {
            Cancel();
            _answer.TrySetResult(result);
        }

        public override void Serve(SimNode node, object grain) => _ = ServeAsync(node, grain);

        protected abstract ValueTask<T> Ask(object grain);

        private async Task ServeAsync(SimNode node, object grain)
        {
            node.Serving++;
            try
            {
                var asking = Ask(grain).AsTask();
                await ((Task)asking).ConfigureAwait(Quietly);
                if (asking.Exception?.InnerException is { } failure and not BreachException)
                {
                    Fail(failure);
                    return;
                }

                var result = await asking;
                heard?.Invoke(result, node);
                if (!network.LosesAnswer())
                {
                    network.Reply(this, result);
                }
            }
            catch (BreachException e)
            {
                // The caller may be a grain that makes its own sense of failures.
                network.Fail(e);
            }
            catch (Exception e)
            {
                Fail(e);
            }
            finally
            {
                node.Serving--;
            }
        }

        private void Fail(Exception failure) => network.After(() =>
        {
            Cancel();
            _answer.TrySetException(failure);
        });
    }

    private sealed class WalletCall<T>(
        SimNetwork network, WalletId id, Func<IWalletGrain, ValueTask<T>> ask,
        Action<T, SimNode>? heard)
        : CallOf<T>(network, id.Value, heard)
    {
        public override SimActivation Activate(SimNode node) => node.Activate(id);

        protected override ValueTask<T> Ask(object grain) => ask((IWalletGrain)grain);
    }

    private sealed class ProcessCall<T>(
        SimNetwork network, ProcessId id, Func<IProcessGrain, ValueTask<T>> ask,
        Action<T, SimNode>? heard)
        : CallOf<T>(network, id.ToString(), heard)
    {
        // Only offers are acted on so often in so short a time.
        public override bool CanBeForgotten => id.Kind == ProcessKind.Offer;

        public override SimActivation Activate(SimNode node) => node.Activate(id, Key);

        protected override ValueTask<T> Ask(object grain) => ask((IProcessGrain)grain);
    }

    private sealed class Address(SimNetwork network, WalletId id) : IWalletGrain
    {
        public ValueTask<WalletAnswer> Execute(
            WalletCommand command, CancellationToken cancellationToken = default)
        {
            var asked = network.Asked(id, command);
            return network.Call(
                id,
                grain =>
                {
                    asked.Served();
                    return grain.Execute(command, CancellationToken.None);
                },
                (answer, _) => asked.Answered(answer));
        }

        public ValueTask<IReadOnlyList<WalletAnswer>> ExecuteAll(
            IReadOnlyList<WalletCommand> commands, CancellationToken cancellationToken = default)
        {
            var asked = commands.Select(c => network.Asked(id, c, together: true)).ToList();
            return network.Call(
                id,
                grain =>
                {
                    foreach (var one in asked)
                    {
                        one.Served();
                    }

                    return grain.ExecuteAll(commands, CancellationToken.None);
                },
                (answers, _) =>
                {
                    Auditor.AnsweredTogether(id, answers);
                    for (var i = 0; i < answers.Count; i++)
                    {
                        asked[i].Answered(answers[i]);
                    }
                });
        }

        public ValueTask<WalletAnswer> Reverse(
            long seq, CommandContext context, CancellationToken cancellationToken = default)
        {
            var asked = network.AskedReversal(id, seq, context);
            return network.Call(
                id, grain => grain.Reverse(seq, context, CancellationToken.None),
                (answer, _) => asked.Answered(answer));
        }

        public ValueTask<WalletBalances> GetBalances(
            CancellationToken cancellationToken = default) =>
            network.Call(
                id, grain => grain.GetBalances(CancellationToken.None), network.Read,
                isRead: true);

        public async ValueTask Deliver(long seq, CancellationToken cancellationToken = default) =>
            await network.Call(id, async grain =>
            {
                await grain.Deliver(seq, CancellationToken.None);
                return true;
            });
    }

    private sealed class ProcessAddress(SimNetwork network, ProcessId id) : IProcessGrain
    {
        public ValueTask<ProcessAnswer> Act(
            ProcessAction action, CancellationToken cancellationToken = default)
        {
            var asked = network.Asked(id, action);
            return network.Call(
                id,
                grain =>
                {
                    asked.Served++;
                    return grain.Act(action, CancellationToken.None);
                },
                (answer, _) => network.Answered(asked, action, answer));
        }

        public ValueTask<ProcessState?> Get(CancellationToken cancellationToken = default) =>
            network.Call(id, grain => grain.Get(CancellationToken.None));

        public async ValueTask Resume(CancellationToken cancellationToken = default) =>
            await network.Call(id, async grain =>
            {
                await grain.Resume(CancellationToken.None);
                return true;
            });
    }

    private RequestHistory Asked(ProcessId id, ProcessAction action) =>
        processes.Requests.Asked(id, action);

    private void Answered(RequestHistory asked, ProcessAction action, ProcessAnswer answer) =>
        processes.Requests.Answered(asked, action, answer);

    private AskedCommand Asked(WalletId id, WalletCommand command, bool together = false) =>
        auditor.Asked(id, command, together);

    private AskedCommand AskedReversal(WalletId id, long seq, CommandContext context) =>
        auditor.AskedReversal(id, seq, context);

    private void Read(WalletBalances balances, SimNode node) => auditor.Read(balances, node);

    private bool LosesAnswer() => faults.Strikes(FaultKinds.Network, 0.5);

    private void Reply<T>(CallOf<T> call, T result) =>
        scheduler.Set(new ReplyTimer<T>(call, result), Delay());

    private void After(Action action) => scheduler.After(Delay(), action);

    private void Fail(BreachException breach) => scheduler.Fail(breach);
}
