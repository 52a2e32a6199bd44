namespace OrleansWallet.ProviderSimulator;

/// <summary>The account that the simulated providers know.</summary>
public sealed record ProviderServerOptions
{
    /// <summary>0 takes a free one.</summary>
    public int Port { get; init; }

    public string ApiKey { get; init; } = "simulated-api-key";

    public string IpnSecret { get; init; } = "simulated-ipn-secret";

    public string Email { get; init; } = "merchant@example.com";

    public string Password { get; init; } = "simulated-password";

    /// <summary>Where callbacks go that no request named an address for.</summary>
    public Uri? IpnUrl { get; init; }

    /// <summary>Decides which requests an error rate strikes.</summary>
    public int Seed { get; init; } = 1;

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
