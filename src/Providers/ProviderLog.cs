using Microsoft.Extensions.Logging;

namespace OrleansWallet.Providers;

/// <summary>Log events 5000–5999. No amounts, addresses or secrets.</summary>
internal static partial class ProviderLog
{
    [LoggerMessage(5000, LogLevel.Warning, "{Provider} fails: calls stop for {BreakFor}")]
    public static partial void CircuitOpened(ILogger logger, string provider, TimeSpan breakFor);

    [LoggerMessage(5001, LogLevel.Information, "{Provider} answers again")]
    public static partial void CircuitClosed(ILogger logger, string provider);

    [LoggerMessage(5002, LogLevel.Error, "The outcome of '{Operation}' at {Provider} is unknown ({Reason}); it is not sent again")]
    public static partial void OutcomeUnknown(
        ILogger logger, string provider, string operation, string reason);

    [LoggerMessage(5003, LogLevel.Warning, "'{Operation}' at {Provider} was not possible ({Reason})")]
    public static partial void Unavailable(
        ILogger logger, string provider, string operation, string reason);

    [LoggerMessage(5004, LogLevel.Warning, "'{Operation}' was refused by {Provider} as {Code}")]
    public static partial void Refused(
        ILogger logger, string provider, string operation, string code);

    [LoggerMessage(5010, LogLevel.Warning, "Prices are static ({Source}): set Prices:Source to trade at market prices")]
    public static partial void StaticPrices(ILogger logger, string source);

    [LoggerMessage(5011, LogLevel.Warning, "Prices were not renewed ({Reason}); the last ones are used while they are not stale")]
    public static partial void PricesNotRenewed(ILogger logger, string reason);
}
