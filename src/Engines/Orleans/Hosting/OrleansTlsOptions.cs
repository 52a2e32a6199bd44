namespace OrleansWallet.Engines.Orleans.Hosting;

/// <summary>
/// Mutual TLS among the members of a cluster: section <c>Cluster:Tls</c>. Each member shows a
/// certificate, and trusts those that <see cref="Authority"/> signed.
/// </summary>
public sealed record OrleansTlsOptions
{
    /// <summary>A PFX file with this member's certificate and private key.</summary>
    public string? Certificate { get; init; }

    /// <summary>The PFX file's password; none by default.</summary>
    public string? Password { get; init; }

    /// <summary>A PEM file with the one authority whose certificates are trusted.</summary>
    public string? Authority { get; init; }

    /// <summary>The name in every member's certificate. Default <c>orleanswallet</c>.</summary>
    public string HostName { get; init; } = "orleanswallet";
}
