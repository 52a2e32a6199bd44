namespace OrleansWallet.Providers.Http;

/// <summary>How calls to one provider are tried, given up and stopped.</summary>
public sealed class ResilienceOptions
{
    /// <summary>Tries of a read after the first; a call that moves money is sent once. Default 2.
    /// </summary>
    public int Retries { get; set; } = 2;

    /// <summary>Pause before the first retry; doubles, with jitter. Default 200 ms.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>A <c>Retry-After</c> beyond this is not waited for. Default 2 s.</summary>
    public TimeSpan RetryAfterMax { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long one try may take. Default 10 s.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Calls within <see cref="BreakWindow"/> before the circuit may open. Default 8.
    /// </summary>
    public int BreakAfter { get; set; } = 8;

    /// <summary>Half of the calls in this time failing opens the circuit. Default 30 s.</summary>
    public TimeSpan BreakWindow { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an open circuit turns calls away. Default 15 s.</summary>
    public TimeSpan BreakFor { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Polly's own bounds, so that a wrong setting is named at the start.</summary>
    internal bool IsValid =>
        Retries is >= 0 and <= 10
        && RetryDelay >= TimeSpan.Zero && RetryDelay <= TimeSpan.FromMinutes(1)
        && RetryAfterMax >= TimeSpan.Zero && RetryAfterMax <= TimeSpan.FromMinutes(1)
        && AttemptTimeout >= TimeSpan.FromMilliseconds(10)
        && AttemptTimeout <= TimeSpan.FromMinutes(5)
        && BreakAfter is >= 2 and <= 10_000
        && BreakWindow >= TimeSpan.FromMilliseconds(500)
        && BreakWindow <= TimeSpan.FromHours(1)
        && BreakFor >= TimeSpan.FromMilliseconds(500) && BreakFor <= TimeSpan.FromHours(1);
}
