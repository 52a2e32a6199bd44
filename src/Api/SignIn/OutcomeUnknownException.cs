namespace OrleansWallet.Api.SignIn;

/// <summary>The connection broke during a change: it may have happened or not. Transient.</summary>
public sealed class OutcomeUnknownException : Exception
{
    public OutcomeUnknownException()
        : this("it is not known whether the change happened")
    {
    }

    public OutcomeUnknownException(string message)
        : base(message)
    {
    }

    public OutcomeUnknownException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public OutcomeUnknownException(Exception innerException)
        : this("it is not known whether the change happened", innerException)
    {
    }
}
