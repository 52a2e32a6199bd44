namespace OrleansWallet.ProviderSimulator;

/// <summary>What goes wrong. A path, where given, is the beginning of those that it strikes,
/// e.g. <c>/v1/payout</c>. Thread-safe.</summary>
public sealed class Faults(int seed)
{
    private readonly Lock _lock = new();
    private readonly List<PlannedFault> _planned = [];
    private readonly Random _random = new(seed);

    /// <summary>Before the work: a caller that gives up meanwhile gets nothing done.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>After the work: a caller that gives up meanwhile got it done.</summary>
    public TimeSpan AnswerLatency { get; set; }

    /// <summary>Share of requests that fail with 500 before the work, 0 to 1.</summary>
    public double ErrorRate { get; set; }

    /// <summary>The next requests fail before the work.</summary>
    public void FailNext(
        int status, int count = 1, string path = "/", TimeSpan? retryAfter = null,
        string code = "SIMULATED")
    {
        Plan(new PlannedFault(FaultKind.Fail, path, count)
        {
            Status = status,
            RetryAfter = retryAfter,
            Code = code,
        });
    }

    /// <summary>The next requests are turned away with 429.</summary>
    public void RateLimitNext(TimeSpan retryAfter, int count = 1, string path = "/") =>
        FailNext(429, count, path, retryAfter, "TOO_MANY_REQUESTS");

    /// <summary>The next requests are done and the connection breaks before the answer.</summary>
    public void DropAnswer(int count = 1, string path = "/") =>
        Plan(new PlannedFault(FaultKind.DropAnswer, path, count));

    /// <summary>The next connections break before the work.</summary>
    public void DropRequest(int count = 1, string path = "/") =>
        Plan(new PlannedFault(FaultKind.DropRequest, path, count));

    /// <summary>The next requests are done and answered with something that is not JSON.</summary>
    public void GarbleAnswer(int count = 1, string path = "/") =>
        Plan(new PlannedFault(FaultKind.GarbleAnswer, path, count));

    public void Clear()
    {
        lock (_lock)
        {
            _planned.Clear();
        }

        (Latency, AnswerLatency, ErrorRate) = (TimeSpan.Zero, TimeSpan.Zero, 0);
    }

    /// <summary>What strikes this request; null for most.</summary>
    internal PlannedFault? Take(string path)
    {
        lock (_lock)
        {
            var at = _planned.FindIndex(
                f => path.StartsWith(f.Path, StringComparison.Ordinal));
            if (at >= 0)
            {
                var fault = _planned[at];
                if (fault.Count > 1)
                {
                    _planned[at] = fault with { Count = fault.Count - 1 };
                }
                else
                {
                    _planned.RemoveAt(at);
                }

                return fault;
            }

            return _random.NextDouble() < ErrorRate
                ? new PlannedFault(FaultKind.Fail, path, 1)
                : null;
        }
    }

    private void Plan(PlannedFault fault)
    {
        lock (_lock)
        {
            _planned.Add(fault);
        }
    }
}
