using OrleansWallet.Journal;

namespace OrleansWallet.Grains.Recovery;

/// <summary>
/// Tells the journal that the grid runs, so that a time when nobody did becomes an outage and
/// moves the deadlines that it overlapped.
/// </summary>
public sealed class Heartbeat(GrainServices services)
{
    /// <summary>Beats until cancelled; the first beat is done when <paramref name="started"/> is.</summary>
    public async Task Run(TaskCompletionSource started, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(services.Options.HeartbeatInterval, services.Time);
        do
        {
            try
            {
                await services.Processes!.Journal.Beat(
                    services.Options.OutageAfter, cancellationToken);
                started.TrySetResult();
            }
            catch (JournalUnavailableException e)
            {
                GrainLog.HeartbeatFailed(services.Logger, e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }
}
