namespace OrleansWallet.Api.Hosting;

/// <summary>A setting is missing or wrong; the message is for the operator.</summary>
public sealed class SettingException : Exception
{
    public SettingException()
        : this("a setting is wrong")
    {
    }

    public SettingException(string message)
        : base(message)
    {
    }

    public SettingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
