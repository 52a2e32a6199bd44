using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Orleans.Connections.Security;

namespace OrleansWallet.Engines.Orleans.Hosting;

/// <summary>Mutual TLS that trusts one authority and nobody else.</summary>
internal static class TlsSetup
{
    /// <exception cref="ArgumentException">A setting is missing.</exception>
    public static void Configure(TlsOptions tls, OrleansTlsOptions options)
    {
        if (options.Authority is not { Length: > 0 } authorityFile)
        {
            throw new ArgumentException("Cluster:Tls:Authority is missing");
        }

        var authority = X509CertificateLoader.LoadCertificateFromFile(authorityFile);
        tls.LocalCertificate = X509CertificateLoader.LoadPkcs12FromFile(
            options.Certificate!, options.Password);
        tls.RemoteCertificateMode = RemoteCertificateMode.RequireCertificate;
        tls.ClientCertificateMode = RemoteCertificateMode.RequireCertificate;
        tls.RemoteCertificateValidation = (certificate, _, errors) =>
            IsTrusted(certificate, errors, authority);
        tls.OnAuthenticateAsClient = (_, client) => client.TargetHost = options.HostName;
    }

    // The usual chain ends at the machine's authorities; this one at the cluster's own.
    private static bool IsTrusted(
        X509Certificate2 certificate, SslPolicyErrors errors, X509Certificate2 authority)
    {
        if ((errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
        {
            return false;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }
}
