using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace OrleansWallet.Testing;

/// <summary>Hears from Npgsql which statements were run, so that a test can have them explained.</summary>
public sealed class SqlCapture : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<string> _statements = new();

    /// <summary>The texts so far, in order.</summary>
    public IReadOnlyList<string> Statements => [.. _statements];

    public ILogger CreateLogger(string categoryName) =>
        categoryName == "Npgsql.Command" ? this : NullLogger.Instance;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        if (state is IEnumerable<KeyValuePair<string, object?>> fields)
        {
            foreach (var (name, value) in fields)
            {
                if (name == "CommandText" && value is string text)
                {
                    _statements.Enqueue(text);
                }
            }
        }
    }

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }
}
