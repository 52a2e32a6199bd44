namespace OrleansWallet.Domain.Processes;

/// <summary>What somebody wants of a process; each kind has its own actions.</summary>
public abstract record ProcessAction
{
    /// <summary>Who wants it; not trusted from the wire but set by the front.</summary>
    public required Actor By { get; init; }

    /// <summary>The request's digest: told again, it takes effect once.</summary>
    public required UInt128 Request { get; init; }

    /// <summary>The digest of the request's content; the same request with another is refused.</summary>
    public UInt128 Fingerprint { get; init; }
}
