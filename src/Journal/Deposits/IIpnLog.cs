namespace OrleansWallet.Journal.Deposits;

/// <summary>Every message of the provider, kept raw before anything else is done with it.</summary>
public interface IIpnLog
{
    /// <summary>Durable when it returns; a message that comes again is kept again.</summary>
    /// <exception cref="JournalUnavailableException">The database is away: transient.</exception>
    ValueTask Add(IpnMessage message, CancellationToken cancellationToken);
}
