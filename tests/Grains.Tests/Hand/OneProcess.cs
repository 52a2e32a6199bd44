using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OrleansWallet.Contracts;
using OrleansWallet.Contracts.Processes;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Grains.Processes;
using OrleansWallet.Journal.Processes;

namespace OrleansWallet.Grains.Tests.Hand;

/// <summary>A journal of one process.</summary>
internal sealed class OneProcess : IProcessJournal
{
    public ProcessJson Json { get; } = new(CurrencyRegistry.Default);

    public ProcessRow? Row { get; set; }

    public int Loads { get; private set; }

    /// <summary>A copy of the process on this journal.</summary>
    public ProcessGrain Grain(
        ProcessId id, IGrains grains, TimeProvider time, ILogger? logger = null) =>
        new(id, new GrainServices(
            grains, null!, null!, time, new GrainOptions(), logger ?? NullLogger.Instance)
        {
            Processes = new ProcessServices(
                this, Json, new PlatformTerms().CreateRules(), new NoProcessStream(),
                NoOutside.Instance),
        });

    public ValueTask<ProcessRow?> Load(ProcessId id, CancellationToken cancellationToken)
    {
        Loads++;
        return new(Row);
    }

    public Task<ProcessCommit> Write(ProcessWrite write)
    {
        if (write.Expected != (Row?.Version ?? 0))
        {
            return Task.FromResult(ProcessCommit.Conflict);
        }

        Row = new ProcessRow(write.Id, write.Expected + 1, write.State);
        return Task.FromResult(ProcessCommit.Done);
    }

    public ValueTask<IReadOnlyList<Outage>> FindOutages(
        DateTimeOffset since, CancellationToken cancellationToken) => new([]);

    public ValueTask<IReadOnlyList<ProcessId>> FindDue(
        int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask Beat(TimeSpan outageAfter, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
