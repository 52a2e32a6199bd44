namespace OrleansWallet.Api.Wallets;

/// <summary>Settings of the wallet endpoints and the hub.</summary>
public sealed class WalletApiOptions
{
    /// <summary>How long a call waits for its grain. Default 10 s.</summary>
    public TimeSpan GrainTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a connection's feed compares its position with the wallet's. Default 5 s.</summary>
    public TimeSpan FeedCheckInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Changes that wait for one slow connection before they are coalesced. Default 256.</summary>
    public int FeedPendingMax { get; set; } = 256;

    /// <summary>Entries that a client may have missed to get them one by one. Default 5,000.</summary>
    public int FeedResumeMax { get; set; } = 5_000;
}
