using Microsoft.Extensions.Logging;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Grains;

/// <summary>Log events 2000–2999. Wallets by number: ids may be personal.</summary>
internal static partial class GrainLog
{
    [LoggerMessage(2000, LogLevel.Critical, "A bug in a wallet grain; its callers were told that the outcome is unknown")]
    public static partial void WalletBug(ILogger logger, Exception exception);

    [LoggerMessage(2001, LogLevel.Warning, "Posting {WalletNo}.{Seq} was not delivered ({Exception}); recovery will find it")]
    public static partial void DeliveryFailed(ILogger logger, long walletNo, long seq, string exception);

    [LoggerMessage(2002, LogLevel.Critical, "Posting {WalletNo}.{Seq} was refused as {Code}, which must not be; it stays under way")]
    public static partial void PostingStuck(ILogger logger, long walletNo, long seq, RefusalCode code);

    [LoggerMessage(2003, LogLevel.Information, "A posting of wallet {WalletNo} is tried again ({Exception})")]
    public static partial void DeliveryRetried(ILogger logger, long walletNo, string exception);

    [LoggerMessage(2004, LogLevel.Information, "Recovery takes up {Postings} postings and {Holds} expired holds")]
    public static partial void Recovering(ILogger logger, int postings, int holds);

    [LoggerMessage(2005, LogLevel.Warning, "A recovery scan failed ({Exception}); the next one tries again")]
    public static partial void RecoveryFailed(ILogger logger, string exception);

    [LoggerMessage(2006, LogLevel.Critical, "A bug in a process grain ({Kind})")]
    public static partial void ProcessBug(ILogger logger, Exception exception, ProcessKind kind);

    [LoggerMessage(2007, LogLevel.Information, "Recovery takes up {Processes} processes")]
    public static partial void ResumingProcesses(ILogger logger, int processes);

    [LoggerMessage(2008, LogLevel.Warning, "The heartbeat was not written ({Exception})")]
    public static partial void HeartbeatFailed(ILogger logger, string exception);

    // Of try 1, 2, 4, 8 and so on: a wallet that stays closed must not fill the log.
    [LoggerMessage(2009, LogLevel.Warning, "{Kind} {Process} waits in {Status}: a wallet refused its step at try {Try}; the next one is at {NextAt:O}")]
    public static partial void StepRefused(
        ILogger logger, ProcessKind kind, string process, string status, int @try,
        DateTimeOffset? nextAt);
}
