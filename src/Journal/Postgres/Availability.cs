using System.Net.Sockets;
using Npgsql;

namespace OrleansWallet.Journal.Postgres;

/// <summary>Tells a database that is away from a statement that is wrong.</summary>
internal static class Availability
{
    /// <summary>True when the same call may succeed later, on another connection.</summary>
    public static bool IsAway(Exception exception) => exception switch
    {
        PostgresException server => IsAway(server),
        NpgsqlException or IOException or SocketException or TimeoutException
            or ObjectDisposedException => true,
        _ => false,
    };

    /// <summary>Runs a read; a database that is away becomes <see cref="JournalUnavailableException"/>.</summary>
    public static async ValueTask<T> Guard<T>(Func<ValueTask<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception e) when (IsAway(e))
        {
            throw new JournalUnavailableException("the journal is away", e);
        }
    }

    /// <summary>True when the statement met others or was stopped: its rows are not at fault.</summary>
    public static bool IsPassing(PostgresException server) =>
        server.SqlState is PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.SerializationFailure
            or PostgresErrorCodes.QueryCanceled;

    private static bool IsAway(PostgresException server) =>
        IsConnectionLost(server)
        || server.SqlState is PostgresErrorCodes.TooManyConnections
            or PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.ReadOnlySqlTransaction;

    /// <summary>True when the server ended the connection, so that a commit may be in doubt.</summary>
    public static bool IsConnectionLost(PostgresException server) =>
        server.Severity is "FATAL" or "PANIC"
        || server.InvariantSeverity is "FATAL" or "PANIC"
        || server.SqlState.StartsWith("08", StringComparison.Ordinal);
}
