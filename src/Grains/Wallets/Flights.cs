using Microsoft.Extensions.Logging;
using OrleansWallet.Journal;

namespace OrleansWallet.Grains.Wallets;

/// <summary>The commits of a wallet under way, in the order of its decisions.</summary>
/// <param name="logger">Is told of bugs.</param>
/// <param name="land">
/// Called in that order with what became of each; takes it out, or all when it is not done.
/// </param>
internal sealed class Flights(ILogger logger, Action<Flight, CommitResult> land)
{
    private readonly List<Flight> _flights = [];

    public bool Any => _flights.Count > 0;

    public Flight First => _flights[0];

    /// <summary>A decided call joins the last flight when it goes with the same commit.</summary>
    public void Add(PendingCall call, Task<CommitResult> commit)
    {
        if (Any && _flights[^1].Commit == commit)
        {
            _flights[^1].Calls.Add(call);
            return;
        }

        var flight = new Flight(commit);
        var before = Any ? _flights[^1].Settled : Task.CompletedTask;
        _flights.Add(flight);
        flight.Calls.Add(call);
        flight.Settled = Land(flight, before);
    }

    public void RemoveFirst() => _flights.RemoveAt(0);

    /// <summary>Ends all of them; gives their calls in order.</summary>
    public List<PendingCall> TakeAll()
    {
        var calls = new List<PendingCall>();
        foreach (var flight in _flights)
        {
            calls.AddRange(flight.Calls);
        }

        _flights.Clear();
        return calls;
    }

    /// <summary>Waits until nothing is under way.</summary>
    public async ValueTask Drain()
    {
        while (Any)
        {
            await _flights[^1].Settled;
        }
    }

    private async Task Land(Flight flight, Task before)
    {
        CommitResult result;
        try
        {
            result = await flight.Commit;
            // Flights land in order, whatever order the engine resumes them in.
            await before;
        }
        catch (Exception e)
        {
            GrainLog.WalletBug(logger, e);
            result = CommitResult.InDoubt.Instance;
        }

        // Else an earlier flight of the same line failed and took this one's calls along.
        if (Any && ReferenceEquals(First, flight))
        {
            land(flight, result);
        }
    }
}
