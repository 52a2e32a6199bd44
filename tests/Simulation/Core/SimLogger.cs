using Microsoft.Extensions.Logging;

namespace OrleansWallet.Simulation.Core;

/// <summary>What the product calls a bug of its own ends the run.</summary>
internal sealed class SimLogger(SimScheduler scheduler) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Critical;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        // A call that timed out is a misfortune, and what its caller can't catch is no bug.
        if (IsEnabled(logLevel) && exception is not TimeoutException)
        {
            scheduler.Fail(exception
                ?? new InvalidOperationException(formatter(state, exception)));
        }
    }
}
