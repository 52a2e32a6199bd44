namespace OrleansWallet.Server;

/// <summary>Where this process finds the grains.</summary>
internal enum GridEngine
{
    /// <summary>In itself.</summary>
    Local,

    /// <summary>In a cluster, of which it is one silo.</summary>
    OrleansSilo,

    /// <summary>In a cluster of other processes.</summary>
    OrleansFront,
}
