namespace OrleansWallet.Import.Sources;

/// <summary>
/// An export can't be read to its end, so that nobody knows what it holds: nothing is imported.
/// </summary>
public sealed class SourceException : Exception
{
    public SourceException()
        : this("the export can't be read")
    {
    }

    public SourceException(string message)
        : base(message)
    {
    }

    public SourceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
