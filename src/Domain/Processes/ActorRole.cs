namespace OrleansWallet.Domain.Processes;

/// <summary>In what capacity somebody acts on a process.</summary>
public enum ActorRole
{
    User = 1,
    Admin = 2,

    /// <summary>An internal caller.</summary>
    Service = 3,

    /// <summary>A provider's signed message, or another process.</summary>
    System = 4,
}
