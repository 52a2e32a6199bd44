using OrleansWallet.Grains.Recovery;

namespace OrleansWallet.Server;

/// <summary>Runs the heartbeat and the recovery scan as long as the server runs.</summary>
internal sealed class RecoveryService(Heartbeat heartbeat, RecoveryScan scan) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // An outage must be known before the scan meets deadlines that it moved.
        var started = new TaskCompletionSource();
        var beating = heartbeat.Run(started, stoppingToken);
        await started.Task.WaitAsync(stoppingToken);
        await Task.WhenAll(beating, scan.Run(stoppingToken));
    }
}
