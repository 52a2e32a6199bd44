using Microsoft.Extensions.Logging.Abstractions;
using OrleansWallet.Contracts;
using OrleansWallet.Contracts.Balances;
using OrleansWallet.Engines.Local;
using OrleansWallet.Grains;
using OrleansWallet.Journal;

namespace OrleansWallet.Engines.Tests.Local;

/// <summary>The one-process engine; it collects when it is told to.</summary>
internal sealed class LocalEngine : IEngine
{
    public LocalEngine(IJournal journal, LocalEngineOptions options, TimeProvider time)
    {
        All = new LocalGrains(
            grains => new GrainServices(
                grains, journal, Stream, TimeProvider.System, new GrainOptions(),
                NullLogger.Instance),
            options, time);
    }

    public LocalGrains All { get; }

    public IGrains Grains => All;

    public IBalanceStream Stream { get; } = new LocalBalanceStream();

    public Task Collect()
    {
        All.Collect();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        All.Dispose();
        return ValueTask.CompletedTask;
    }
}
