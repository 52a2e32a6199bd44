namespace OrleansWallet.LoadTest.Workloads;

/// <summary>Where the grains are that are loaded.</summary>
internal enum LoadEngine
{
    /// <summary>In this process, by the engine for one process.</summary>
    Local,

    /// <summary>In a silo of this process.</summary>
    Silo,

    /// <summary>In the silos that the database's cluster has.</summary>
    Cluster,
}
