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

    private readonly List<(string Key, Action Arrive)> _strays = [];

    public SimNode[] Nodes { get; } = new SimNode[2];

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
            stray.Arrive();
        }
    }

    /// <summary>All such copies of calls to one process arrive.</summary>
    public void DeliverStrays(ProcessId id)
    {
        var key = id.ToString();
        var strays = _strays.Where(s => s.Key == key).ToList();
        _strays.RemoveAll(s => s.Key == key);
        foreach (var stray in strays)
        {
            stray.Arrive();
        }
    }

    public IWalletGrain Wallet(WalletId id) => new Address(this, id);

    public IProcessGrain Process(ProcessId id) => new ProcessAddress(this, id);

    private ValueTask<T> Call<T>(WalletId id, Func<IWalletGrain, ValueTask<T>> call) =>
        Call(id.Value, node => node.Activate(id), (_, grain) => call((IWalletGrain)grain));

    private ValueTask<T> Call<T>(WalletId id, Func<SimNode, IWalletGrain, ValueTask<T>> call) =>
        Call(id.Value, node => node.Activate(id), (node, grain) => call(node, (IWalletGrain)grain));

    private ValueTask<T> Call<T>(ProcessId id, Func<IProcessGrain, ValueTask<T>> call) =>
        Call(id.ToString(), node => node.Activate(id), (_, grain) => call((IProcessGrain)grain));

    private ValueTask<T> Call<T>(
        string key, Func<SimNode, SimActivation> activate, Func<SimNode, object, ValueTask<T>> call)
    {
        // Set by timers, outside any strand: whoever awaits it resumes on a strand of his own.
        var answer = new TaskCompletionSource<T>();
        var timeout = scheduler.After(
            CallTimeout, () => answer.TrySetException(new TimeoutException("no answer")));
        // Of the few calls of processes more.
        if (faults.Strikes(FaultKinds.Network, key.Contains(':', StringComparison.Ordinal) ? 8 : 0.5))
        {
            if (_strays.Count == StraysMax)
            {
                _strays.RemoveAt(random.Below(StraysMax));
            }

            _strays.Add((key, () => Arrive(key, activate, call, answer, timeout)));
        }

        var copies = faults.Strikes(FaultKinds.Network, 1) ? 2 : 1;
        for (var i = 0; i < copies; i++)
        {
            if (!faults.Strikes(FaultKinds.Network, 0.5))
            {
                scheduler.After(Delay(), () => Arrive(key, activate, call, answer, timeout));
            }
        }

        return new ValueTask<T>(answer.Task);
    }

    private void Arrive<T>(
        string key, Func<SimNode, SimActivation> activate, Func<SimNode, object, ValueTask<T>> call,
        TaskCompletionSource<T> answer, SimTimer timeout)
    {
        var node = IsSplit ? random.Pick(Nodes) : Nodes[Home(key)];
        if (node.IsAlive)
        {
            var activation = activate(node);
            activation.Strand.Run(
                () => _ = Serve(node, activation.Grain, call, answer, timeout));
        }
    }

    private async Task Serve<T>(
        SimNode node, object grain, Func<SimNode, object, ValueTask<T>> call,
        TaskCompletionSource<T> answer, SimTimer timeout)
    {
        node.Serving++;
        try
        {
            var result = await call(node, grain);
            if (!faults.Strikes(FaultKinds.Network, 0.5))
            {
                scheduler.After(Delay(), () =>
                {
                    timeout.Cancel();
                    answer.TrySetResult(result);
                });
            }
        }
        catch (BreachException e)
        {
            // The caller may be a grain that makes its own sense of failures.
            scheduler.Fail(e);
        }
        catch (Exception e)
        {
            scheduler.After(Delay(), () =>
            {
                timeout.Cancel();
                answer.TrySetException(e);
            });
        }
        finally
        {
            node.Serving--;
        }
    }

    private TimeSpan Delay() => faults.Strikes(FaultKinds.Network, 2)
        ? random.Between(2, 3000)
        : random.Between(0.02, 0.2);

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

    private sealed class Address(SimNetwork network, WalletId id) : IWalletGrain
    {
        public ValueTask<WalletAnswer> Execute(
            WalletCommand command, CancellationToken cancellationToken = default)
        {
            var asked = network.Asked(id, command);
            return network.Call(id, async grain =>
            {
                asked.Served();
                var answer = await grain.Execute(command, CancellationToken.None);
                asked.Answered(answer);
                return answer;
            });
        }

        public ValueTask<IReadOnlyList<WalletAnswer>> ExecuteAll(
            IReadOnlyList<WalletCommand> commands, CancellationToken cancellationToken = default)
        {
            var asked = commands.Select(c => network.Asked(id, c, together: true)).ToList();
            return network.Call(id, async grain =>
            {
                foreach (var one in asked)
                {
                    one.Served();
                }

                var answers = await grain.ExecuteAll(commands, CancellationToken.None);
                Auditor.AnsweredTogether(id, answers);
                for (var i = 0; i < answers.Count; i++)
                {
                    asked[i].Answered(answers[i]);
                }

                return answers;
            });
        }

        public ValueTask<WalletAnswer> Reverse(
            long seq, CommandContext context, CancellationToken cancellationToken = default)
        {
            var asked = network.AskedReversal(id, seq, context);
            return network.Call(id, async grain =>
            {
                var answer = await grain.Reverse(seq, context, CancellationToken.None);
                asked.Answered(answer);
                return answer;
            });
        }

        public ValueTask<WalletBalances> GetBalances(
            CancellationToken cancellationToken = default) =>
            network.Call(id, async (node, grain) =>
            {
                var balances = await grain.GetBalances(CancellationToken.None);
                network.Read(balances, node);
                return balances;
            });

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
            return network.Call(id, async grain =>
            {
                asked.Served++;
                var answer = await grain.Act(action, CancellationToken.None);
                network.Answered(asked, action, answer);
                return answer;
            });
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
}
