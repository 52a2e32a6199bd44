namespace OrleansWallet.Server.Cluster;

/// <summary>The dashboard of a build that has none.</summary>
internal static class ClusterDashboard
{
    public static void Map(WebApplication app)
    {
    }
}
