namespace OrleansWallet.Server;

/// <summary>Events 4000–4999.</summary>
internal static partial class ServerLog
{
    [LoggerMessage(4000, LogLevel.Information, "OrleansWallet {Version} starts ({Mode})")]
    public static partial void Starting(ILogger logger, string version, string mode);

    [LoggerMessage(
        4001, LogLevel.Warning,
        "Demo mode: users with a known password exist. Never let others reach this grid")]
    public static partial void DemoUsers(ILogger logger);

    [LoggerMessage(
        4002, LogLevel.Error,
        "Payout {PayoutId} was sent and not confirmed: confirm it at the provider")]
    public static partial void PayoutNotConfirmed(ILogger logger, string payoutId);
}
