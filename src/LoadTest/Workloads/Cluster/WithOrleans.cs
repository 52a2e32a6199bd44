namespace OrleansWallet.LoadTest.Workloads.Cluster;

/// <summary>What is loaded of a cluster: Microsoft Orleans.</summary>
internal static class ClusterTargets
{
    /// <summary>The silos of the options' database, whose client this is then.</summary>
    public static Task<ILoadTarget> JoinAsync(
        LoadOptions options, CancellationToken cancellationToken) =>
        ClusterTarget.StartAsync(options, cancellationToken);

    /// <summary>A silo in this process.</summary>
    public static Task<ILoadTarget> HostAsync(
        LoadOptions options, CancellationToken cancellationToken) =>
        SiloTarget.StartAsync(options, cancellationToken);
}
