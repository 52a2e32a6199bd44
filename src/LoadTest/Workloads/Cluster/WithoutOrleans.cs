namespace OrleansWallet.LoadTest.Workloads.Cluster;

/// <summary>What a build loads that has no cluster.</summary>
internal static class ClusterTargets
{
    /// <exception cref="LoadFailedException">Always.</exception>
    public static Task<ILoadTarget> JoinAsync(
        LoadOptions options, CancellationToken cancellationToken) => throw Refuse();

    /// <exception cref="LoadFailedException">Always.</exception>
    public static Task<ILoadTarget> HostAsync(
        LoadOptions options, CancellationToken cancellationToken) => throw Refuse();

    private static LoadFailedException Refuse() =>
        new("This build has no Orleans engine: build it with -p:Orleans=true");
}
