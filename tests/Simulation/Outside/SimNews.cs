using OrleansWallet.Contracts;
using OrleansWallet.Contracts.Processes;
using OrleansWallet.Simulation.Core;
using OrleansWallet.Simulation.Faults;
using OrleansWallet.Simulation.Workload;

namespace OrleansWallet.Simulation.Outside;

/// <summary>
/// The provider's messages: late, lost, repeated and out of order, and told again until somebody
/// takes them.
/// </summary>
internal sealed class SimNews(
    SimScheduler scheduler, IGrains grains, SimTime time, FaultPlan faults, SimRandom random)
{
    private const int TriesMax = 4;

    private readonly Strand _strand = new(scheduler, "provider");

    /// <summary>Messages that are under way.</summary>
    public int OpenCount { get; private set; }

    /// <param name="read">What the receiver makes of the message; null when it knows nobody whom
    /// it concerns.</param>
    public void Send(Func<MadeAction?> read)
    {
        var copies = faults.Strikes(FaultKinds.Provider, 15) ? 2 + random.Below(2) : 1;
        for (var i = 0; i < copies; i++)
        {
            if (faults.Strikes(FaultKinds.Provider, 4))
            {
                continue;
            }

            var delay = faults.Strikes(FaultKinds.Provider, 15)
                ? random.Between(5, 6000)
                : random.Between(0.1, 5);
            OpenCount++;
            scheduler.After(delay, () => _strand.Run(() => _ = Deliver(read)));
        }
    }

    private async Task Deliver(Func<MadeAction?> read)
    {
        try
        {
            for (var tries = 0; tries < TriesMax && read() is { } made; tries++)
            {
                if (await IsTaken(made))
                {
                    break;
                }

                await Task.Delay(random.Between(100, 2000), time);
            }
        }
        catch (Exception e)
        {
            scheduler.Fail(e);
        }
        finally
        {
            OpenCount--;
        }
    }

    private async Task<bool> IsTaken(MadeAction made)
    {
        try
        {
            return await grains.Process(made.Process).Act(made.Action)
                is ProcessAnswer.Done or ProcessAnswer.Refused;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
