using Microsoft.Extensions.Logging;

namespace OrleansWallet.Api.Hosting;

/// <summary>Events 3100–3199. URLs, which may hold tokens, never go in here.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(3100, LogLevel.Error, "A request to {Endpoint} failed")]
    public static partial void RequestFailed(
        ILogger logger, Exception? exception, string? endpoint);

    [LoggerMessage(3101, LogLevel.Debug, "A request was answered by 503: {Reason}")]
    public static partial void DatabaseAway(ILogger logger, string reason);

    [LoggerMessage(3102, LogLevel.Warning, "The database is away: {Reason}")]
    public static partial void NotReady(ILogger logger, string reason);
}
