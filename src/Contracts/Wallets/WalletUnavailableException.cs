namespace OrleansWallet.Contracts.Wallets;

/// <summary>The journal is away, so a wallet can't be read now. Transient: ask again.</summary>
public sealed class WalletUnavailableException : Exception
{
    public WalletUnavailableException()
        : this("the journal is away")
    {
    }

    public WalletUnavailableException(string message)
        : base(message)
    {
    }

    public WalletUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
