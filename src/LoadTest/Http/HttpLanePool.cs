using System.Collections.Concurrent;

namespace OrleansWallet.LoadTest.Http;

/// <summary>Lanes to one grid: as many as calls are under way at once. Thread-safe.</summary>
internal sealed class HttpLanePool(GridClient client) : IDisposable
{
    private readonly ConcurrentQueue<HttpLane> _idle = new();

    public HttpLane Rent() => _idle.TryDequeue(out var lane) ? lane : new HttpLane(client);

    public void Return(HttpLane lane) => _idle.Enqueue(lane);

    public void Dispose()
    {
        while (_idle.TryDequeue(out var lane))
        {
            lane.Dispose();
        }
    }
}
