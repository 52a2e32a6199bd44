namespace OrleansWallet.Engines.Orleans.Streams;

/// <summary>
/// Which partitions anybody in the cluster hears, so that commits nobody watches cost no message.
/// In doubt a partition counts as heard; what it says is at most
/// <see cref="Hosting.OrleansOptions.StreamAudienceInterval"/> and one answer old.
/// </summary>
/// <param name="isHeard">Asks the cluster.</param>
internal sealed class Audience(
    int count, Func<int, Task<bool>> isHeard, TimeSpan interval, TimeProvider time)
{
    private readonly Seat[] _seats = [.. Enumerable.Range(0, count).Select(_ => new Seat())];

    /// <summary>How long after it began to listen a listener is known to every publisher.</summary>
    public TimeSpan Notice => 2 * interval;

    public bool IsHeard(int partition)
    {
        var seat = _seats[partition];
        seat.Wanted = true;
        return !seat.Silent || time.GetElapsedTime(seat.AskedAt) > Notice;
    }

    /// <summary>Asks about the partitions that were published to since the last time.</summary>
    public async Task Refresh()
    {
        for (var i = 0; i < _seats.Length; i++)
        {
            var seat = _seats[i];
            if (!seat.Wanted)
            {
                continue;
            }

            seat.Wanted = false;
            var asked = time.GetTimestamp();
            seat.Silent = !await isHeard(i);
            seat.AskedAt = asked;
        }
    }

    // Written by the one that asks and read by everybody: a late read costs a message at most.
    private sealed class Seat
    {
        private volatile bool _silent;
        private volatile bool _wanted;
        private long _askedAt;

        public bool Silent
        {
            get => _silent;
            set => _silent = value;
        }

        public bool Wanted
        {
            get => _wanted;
            set
            {
                if (_wanted != value)
                {
                    _wanted = value;
                }
            }
        }

        public long AskedAt
        {
            get => Volatile.Read(ref _askedAt);
            set => Volatile.Write(ref _askedAt, value);
        }
    }
}
