namespace OrleansWallet.Server;

/// <summary>Runs a host until it is told to end.</summary>
internal static class HostRunner
{
    public static async Task RunToEnd(this IHost host, CancellationToken cancellationToken)
    {
        var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>()
            .ApplicationStopping;
        try
        {
            await host.StartAsync(cancellationToken);
        }
        catch (Exception) when (
            stopping.IsCancellationRequested || cancellationToken.IsCancellationRequested)
        {
            // Told to end while it waited, as a front does for its silos: no failure.
            return;
        }

        await host.WaitForShutdownAsync(cancellationToken);
    }
}
