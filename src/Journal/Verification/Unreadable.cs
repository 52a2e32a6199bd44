namespace OrleansWallet.Journal.Verification;

/// <summary>Tells a row that the domain can't take from a fault of the connection.</summary>
internal static class Unreadable
{
    public static bool Is(Exception exception) =>
        exception is ArgumentException or KeyNotFoundException or InvalidCastException
            or OverflowException or FormatException;

    /// <summary>The reason, without the texts that the row holds.</summary>
    public static string Why(Exception exception) => exception switch
    {
        KeyNotFoundException => "its currency is not registered",
        OverflowException => "a number is out of range",
        _ => "a field has no valid value",
    };
}
