using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OrleansWallet.Contracts.Processes;

namespace OrleansWallet.Engines.Local;

/// <summary>The stream within one process: handlers are called as changes are published.</summary>
/// <param name="logger">Numbered events 2900–2999; none by default.</param>
public sealed partial class LocalProcessStream(ILogger<LocalProcessStream>? logger = null)
    : IProcessStream
{
    private readonly ILogger _logger = logger ?? NullLogger<LocalProcessStream>.Instance;
    private ImmutableArray<Subscription> _all = [];

    public void Publish(ProcessChanged change)
    {
        foreach (var subscription in _all)
        {
            try
            {
                subscription.Handler(change);
            }
            catch (Exception e)
            {
                LogHandlerThrew(_logger, e);
            }
        }
    }

    public ValueTask<IAsyncDisposable> Subscribe(Action<ProcessChanged> handler)
    {
        var subscription = new Subscription(this, handler);
        ImmutableInterlocked.Update(ref _all, static (all, s) => all.Add(s), subscription);
        return ValueTask.FromResult<IAsyncDisposable>(subscription);
    }

    [LoggerMessage(2901, LogLevel.Error, "A handler of process changes threw; it misses one")]
    private static partial void LogHandlerThrew(ILogger logger, Exception exception);

    private sealed class Subscription(LocalProcessStream stream, Action<ProcessChanged> handler)
        : IAsyncDisposable
    {
        public Action<ProcessChanged> Handler { get; } = handler;

        public ValueTask DisposeAsync()
        {
            ImmutableInterlocked.Update(
                ref stream._all, static (all, s) => all.Remove(s), this);
            return ValueTask.CompletedTask;
        }
    }
}
