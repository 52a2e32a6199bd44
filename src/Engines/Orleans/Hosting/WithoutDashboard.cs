namespace OrleansWallet.Engines.Orleans.Hosting;

/// <summary>The dashboard of a build that has none.</summary>
internal static class Dashboard
{
    public static void Add(ISiloBuilder silo)
    {
    }

    public static void Add(IClientBuilder client)
    {
    }
}
