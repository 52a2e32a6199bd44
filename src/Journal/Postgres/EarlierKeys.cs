using Npgsql;
using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Journal.Postgres;

/// <summary>
/// Keys that were written before keys had leads, in a journal that was upgraded: their rows are
/// never moved, and every look for a key looks for those, too.
/// </summary>
internal static class EarlierKeys
{
    /// <summary>Joins <c>keys k</c> to <see cref="Asked"/>, given as $1 to $3.</summary>
    // At most one: or the planner would expect a part of the table for each.
    public const string Join =
        "unnest($1::uuid[], $2::uuid[], $3::uuid[]) as asked (key, first, last) cross join lateral "
        + "(select * from keys where key between asked.first and asked.last limit 1) as k";

    /// <summary>Whether the journal has any.</summary>
    public static bool AreIn(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(
            "select has_earlier_keys from journal_generation", connection);
        return (bool)command.ExecuteScalar()!;
    }

    /// <summary>Fails with a division by zero when one is there.</summary>
    public static NpgsqlBatchCommand RequireAbsentCommand(List<Guid> keys) =>
        Sql.Command($"select 1 / (not exists (select from {Join}))::int", Asked(keys));

    /// <summary>Gives a row when one is there.</summary>
    public static NpgsqlBatchCommand FindAnyCommand(List<Guid> keys) =>
        Sql.Command($"select 1 from {Join} limit 1", Asked(keys));

    /// <summary>The keys, and between which digests each would be.</summary>
    public static NpgsqlParameter[] Asked(List<Guid> keys)
    {
        var ranges = keys.ConvertAll(k => KeyPlace.EarlierOf(Uuid.ToUInt128(k)));
        return
        [
            Sql.Value(keys),
            Sql.Value(ranges.ConvertAll(r => Uuid.Of(r.First))),
            Sql.Value(ranges.ConvertAll(r => Uuid.Of(r.Last))),
        ];
    }
}
