namespace OrleansWallet.Domain.Ids;

/// <summary>Where a command's key comes from; each origin has a key space of its own.</summary>
public enum KeyOrigin
{
    /// <summary>A user's <c>Idempotency-Key</c>.</summary>
    User,

    /// <summary>A service caller's <c>Idempotency-Key</c>, or an internal caller's key.</summary>
    Service,

    /// <summary>A step of a process.</summary>
    Process,

    /// <summary>The other end of a posting.</summary>
    Posting,

    /// <summary>Derived from wallet, operation, type and reference; no key was given.</summary>
    Derived,
}
