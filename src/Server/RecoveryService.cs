using OrleansWallet.Grains.Recovery;

namespace OrleansWallet.Server;

/// <summary>Runs the recovery scan as long as the server runs.</summary>
internal sealed class RecoveryService(RecoveryScan scan) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => scan.Run(stoppingToken);
}
