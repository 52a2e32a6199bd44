using System.Net.Sockets;

namespace OrleansWallet.LoadTest.Http;

/// <summary>Which failures are asked again with the same key; all others end the run.</summary>
internal static class RetryRules
{
    /// <returns>Null when asking again would not change the answer.</returns>
    public static RetryKind? Of(int status, Problem problem) => status switch
    {
        401 => RetryKind.SignedOut,
        409 when problem.Code?.Contains("in_progress", StringComparison.Ordinal) ?? true =>
            RetryKind.InProgress,
        429 => RetryKind.RateLimited,
        503 when problem.Code == "not_accepted" => RetryKind.NotAccepted,
        503 when problem.Code == "outcome_unknown" => RetryKind.OutcomeUnknown,
        502 or 503 or 504 when problem.Code is null => RetryKind.Unavailable,
        _ => null,
    };

    /// <returns>Null when the failure is not one of the connection.</returns>
    public static RetryKind? Of(Exception failure) => failure switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => null,
        HttpRequestException { InnerException: SocketException refused }
            when refused.SocketErrorCode == SocketError.ConnectionRefused =>
            RetryKind.ConnectionRefused,
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } =>
            RetryKind.ConnectionRefused,
        HttpRequestException or IOException or SocketException => RetryKind.ConnectionLost,
        _ => null,
    };
}
