using OrleansWallet.Chaos.Processes;

namespace OrleansWallet.Chaos;

/// <summary>Disturbs the grid at random moments.</summary>
public sealed class Disturber(
    IReadOnlyList<ServerProcess> servers, Cluster cluster, ChaosOptions options, Random random,
    Faults faults)
{
    // Dealt like cards, so that a short run meets every kind.
    private static readonly Disturbance[] _deck =
    [
        Disturbance.ServerKilled, Disturbance.ServerKilled, Disturbance.ServerKilled,
        Disturbance.DatabaseCrashed, Disturbance.DatabaseCrashed,
        Disturbance.BothCrashed,
        Disturbance.WriterTerminated, Disturbance.WriterTerminated, Disturbance.WriterTerminated,
        Disturbance.ServerFrozen,
    ];

    private readonly Queue<Disturbance> _dealt = new();

    public Tally<Disturbance> Done { get; } = new();

    /// <summary>Waits a while under load, then disturbs; mostly until the grid serves again.</summary>
    public async Task Round(CancellationToken cancellationToken)
    {
        await Task.Delay(
            TimeSpan.FromSeconds(random.NextDouble() * 2 * options.SecondsPerRound),
            cancellationToken);
        var next = Deal();
        await Disturb(next);
        Done.Add(next);
        // Now and then the next one comes while the grid is still getting up.
        if (random.Next(6) > 0)
        {
            await Restore(cancellationToken);
        }
        else
        {
            await cluster.Start();
        }
    }

    /// <summary>Waits until all of the grid serves.</summary>
    public async Task Restore(CancellationToken cancellationToken)
    {
        await cluster.Start();
        var ready = servers.Select(server => server.EnsureReady(cancellationToken));
        foreach (var fault in await Task.WhenAll(ready))
        {
            if (fault is not null)
            {
                faults.Add(fault);
            }
        }
    }

    private Disturbance Deal()
    {
        if (_dealt.Count == 0)
        {
            var deck = _deck.ToArray();
            random.Shuffle(deck);
            Array.ForEach(deck, _dealt.Enqueue);
        }

        return _dealt.Dequeue();
    }

    private async Task Disturb(Disturbance disturbance)
    {
        var server = servers[random.Next(servers.Count)];
        switch (disturbance)
        {
            case Disturbance.ServerKilled:
                await server.Kill();
                await Task.Delay(Outage(secondsMax: 1));
                break;
            case Disturbance.DatabaseCrashed:
                await cluster.Crash();
                // The journal tries again for 5 s, and asks what became of a commit for 10 s.
                await Task.Delay(options.LongOutages && random.Next(4) == 0
                    ? TimeSpan.FromSeconds(random.Next(2) == 0 ? 7 : 12)
                    : Outage(secondsMax: 2));
                break;
            case Disturbance.BothCrashed:
                await cluster.Crash();
                await Task.Delay(Outage(secondsMax: 0.5));
                await Task.WhenAll(servers.Select(each => each.Kill()));
                break;
            case Disturbance.WriterTerminated:
                await TerminateWriter();
                break;
            case Disturbance.ServerFrozen:
                // The database ends a transaction whose client says nothing for 3 s.
                await server.Freeze(random.Next(3) == 0
                    ? TimeSpan.FromSeconds(3.5)
                    : Outage(secondsMax: 1));
                break;
            default:
                throw new InvalidOperationException($"{disturbance} is not known");
        }
    }

    // A writer has no backend while its connection is new: it is there a moment later.
    private async Task TerminateWriter()
    {
        var wait = random.Next(2) == 0 ? TimeSpan.FromSeconds(0.5) : TimeSpan.Zero;
        for (var i = 0; i < 20 && !await cluster.TerminateWriter(wait); i++)
        {
            await Task.Delay(20);
        }
    }

    private TimeSpan Outage(double secondsMax) =>
        TimeSpan.FromSeconds(random.NextDouble() * secondsMax);
}
