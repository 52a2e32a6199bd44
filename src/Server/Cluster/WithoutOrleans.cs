using OrleansWallet.Api.Hosting;

namespace OrleansWallet.Server.Cluster;

/// <summary>The cluster of a build that has none.</summary>
internal static class ClusterEngine
{
    public static void AddSilo(IHostApplicationBuilder builder) => Refuse();

    public static void AddFront(IHostApplicationBuilder builder) => Refuse();

    private static void Refuse() => throw new SettingException(
        "This build has no Orleans engine: build it with -p:Orleans=true");
}
