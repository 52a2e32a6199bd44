namespace OrleansWallet.LoadTest.Http;

/// <summary>
/// Waits between the attempts of one call: 50 ms, doubling to 1 s, each less up to a half at
/// random, so that callers that failed together do not come back together.
/// </summary>
internal struct Backoff()
{
    public static readonly TimeSpan First = TimeSpan.FromMilliseconds(50);
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>What a <c>Retry-After</c> is cut to.</summary>
    public static readonly TimeSpan AskedLongest = TimeSpan.FromSeconds(10);

    private TimeSpan _next = First;

    /// <param name="asked">The answer's <c>Retry-After</c>, or null.</param>
    public TimeSpan Next(TimeSpan? asked)
    {
        var wait = _next * (1 - (Random.Shared.NextDouble() / 2));
        _next = _next + _next < Longest ? _next + _next : Longest;
        var wanted = asked is { } given && given < AskedLongest ? given : AskedLongest;
        return asked is not null && wanted > wait ? wanted : wait;
    }
}
