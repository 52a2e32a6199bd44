namespace OrleansWallet.LoadTest.Workloads.Cluster;

/// <summary>The cluster of a build that has none.</summary>
internal static class ClusterTarget
{
    /// <exception cref="LoadFailedException">Always.</exception>
    public static Task<ILoadTarget> StartAsync(
        LoadOptions options, CancellationToken cancellationToken) =>
        throw new LoadFailedException(
            "This build has no Orleans engine: build it with -p:Orleans=true");
}
