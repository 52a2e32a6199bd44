using OrleansWallet.Contracts;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Simulation.Audit;
using OrleansWallet.Simulation.Core;
using OrleansWallet.Simulation.Faults;

namespace OrleansWallet.Simulation.Grid;

/// <summary>
/// Carries calls to grains: they may be lost, late, doubled and out of order, and arrive at
/// whichever process is thought to hold the grain.
/// </summary>
internal sealed class SimNetwork(
    SimScheduler scheduler, FaultPlan faults, SimRandom random, Auditor auditor) : IGrains
{
    /// <summary>After so long a caller is told that it timed out.</summary>
    public static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(8);

    public SimNode[] Nodes { get; } = new SimNode[2];

    /// <summary>While true, the processes don't agree where a grain lives.</summary>
    public bool IsSplit { get; set; }

    public IWalletGrain Wallet(WalletId id) => new Address(this, id);

    private ValueTask<T> Call<T>(WalletId id, Func<IWalletGrain, ValueTask<T>> call)
    {
        // Set by timers, outside any strand: whoever awaits it resumes on a strand of his own.
        var answer = new TaskCompletionSource<T>();
        var timeout = scheduler.After(
            CallTimeout, () => answer.TrySetException(new TimeoutException("no answer")));
        var copies = faults.Strikes(FaultKinds.Network, 1) ? 2 : 1;
        for (var i = 0; i < copies; i++)
        {
            if (!faults.Strikes(FaultKinds.Network, 0.5))
            {
                scheduler.After(Delay(), () => Arrive(id, call, answer, timeout));
            }
        }

        return new ValueTask<T>(answer.Task);
    }

    private void Arrive<T>(
        WalletId id, Func<IWalletGrain, ValueTask<T>> call, TaskCompletionSource<T> answer,
        SimTimer timeout)
    {
        var node = IsSplit ? random.Pick(Nodes) : Nodes[Home(id)];
        if (node.IsAlive)
        {
            var activation = node.Activate(id);
            activation.Strand.Run(
                () => _ = Serve(node, activation.Grain, call, answer, timeout));
        }
    }

    private async Task Serve<T>(
        SimNode node, IWalletGrain grain, Func<IWalletGrain, ValueTask<T>> call,
        TaskCompletionSource<T> answer, SimTimer timeout)
    {
        node.Serving++;
        try
        {
            var result = await call(grain);
            if (!faults.Strikes(FaultKinds.Network, 0.5))
            {
                scheduler.After(Delay(), () =>
                {
                    timeout.Cancel();
                    answer.TrySetResult(result);
                });
            }
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
    private int Home(WalletId id)
    {
        var sum = 0;
        foreach (var c in id.Value)
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
            network.Call(id, async grain =>
            {
                var balances = await grain.GetBalances(CancellationToken.None);
                network.Read(balances);
                return balances;
            });

        public async ValueTask Deliver(long seq, CancellationToken cancellationToken = default) =>
            await network.Call(id, async grain =>
            {
                await grain.Deliver(seq, CancellationToken.None);
                return true;
            });
    }

    private AskedCommand Asked(WalletId id, WalletCommand command, bool together = false) =>
        auditor.Asked(id, command, together);

    private AskedCommand AskedReversal(WalletId id, long seq, CommandContext context) =>
        auditor.AskedReversal(id, seq, context);

    private void Read(WalletBalances balances) => auditor.Read(balances);
}
