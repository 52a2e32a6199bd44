namespace OrleansWallet.LoadTest.Http;

/// <summary>
/// How long to go on asking: until no call at all has succeeded for the given time. One wallet's
/// trouble does not end a run while the others get on. Thread-safe.
/// </summary>
internal sealed class Patience(TimeSpan limit, TimeProvider time)
{
    private long _lastSuccess = time.GetTimestamp();

    public TimeSpan Limit => limit;

    public bool IsOver => time.GetElapsedTime(Volatile.Read(ref _lastSuccess)) > limit;

    public void Succeeded() => Volatile.Write(ref _lastSuccess, time.GetTimestamp());
}
