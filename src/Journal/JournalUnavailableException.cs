namespace OrleansWallet.Journal;

/// <summary>The journal can't be reached now. Transient; nothing was changed.</summary>
public sealed class JournalUnavailableException : Exception
{
    public JournalUnavailableException()
        : this("the journal is away")
    {
    }

    public JournalUnavailableException(string message)
        : base(message)
    {
    }

    public JournalUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
