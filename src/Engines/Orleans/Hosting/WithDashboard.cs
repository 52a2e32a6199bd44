using Orleans.Dashboard;

namespace OrleansWallet.Engines.Orleans.Hosting;

/// <summary>What the dashboard of this build needs in silos and fronts.</summary>
internal static class Dashboard
{
    public static void Add(ISiloBuilder silo) => silo.AddDashboard(Configure);

    public static void Add(IClientBuilder client) => client.AddDashboard(Configure);

    // The log has its own readers, and its own rules.
    private static void Configure(DashboardOptions options) => options.HideTrace = true;
}
