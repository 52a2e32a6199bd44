namespace OrleansWallet.Chaos;

/// <summary>What is done to the grid under load.</summary>
public enum Disturbance
{
    /// <summary>The server is killed, and started again after a while.</summary>
    ServerKilled,

    /// <summary>PostgreSQL stops at once, and is started again after a while.</summary>
    DatabaseCrashed,

    /// <summary>Both.</summary>
    BothCrashed,

    /// <summary>The backend of the writer is terminated.</summary>
    WriterTerminated,

    /// <summary>The server stands still for a while.</summary>
    ServerFrozen,
}
