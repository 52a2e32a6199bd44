using System.Globalization;
using Npgsql;
using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Journal.Postgres;

/// <summary>
/// The journal's generation as a short text: the cluster's system identifier, its timeline and
/// the stored generation. It changes when the database is restored to an earlier point.
/// </summary>
internal sealed class EpochReader(NpgsqlDataSource dataSource)
{
    private const string Select =
        "select (select system_identifier from pg_control_system())::text || ':' || "
        + "(select timeline_id from pg_control_checkpoint())::text || ':' || generation::text "
        + "from journal_generation";

    // A restore means that the server was away; until then the answer can't change.
    private static readonly TimeSpan _keep = TimeSpan.FromSeconds(10);

    private string? _epoch;
    private long _readAt;

    public async ValueTask<string> Get(CancellationToken cancellationToken)
    {
        if (_epoch is { } known
            && Environment.TickCount64 - Volatile.Read(ref _readAt) < _keep.TotalMilliseconds)
        {
            return known;
        }

        var rows = await dataSource.ReadList(
            Select, [], reader => reader.GetString(0), cancellationToken);
        var epoch = ((ulong)(Digest.Of(rows[0]) >> 64))
            .ToString("x16", CultureInfo.InvariantCulture);
        Volatile.Write(ref _readAt, Environment.TickCount64);
        return _epoch = epoch;
    }
}
