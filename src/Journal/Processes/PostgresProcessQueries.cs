using System.Text;
using Npgsql;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Journal.Postgres;

namespace OrleansWallet.Journal.Processes;

/// <summary>The front's reads of processes, on pooled connections.</summary>
public sealed class PostgresProcessQueries(NpgsqlDataSource dataSource) : IProcessQueries
{
    private const string MessageColumns = "no, trade_id, sender, text, at";

    public ValueTask<IReadOnlyList<ListedProcess>> List(
        ProcessFilter filter, CancellationToken cancellationToken)
    {
        var sql = new StringBuilder("select p.no, p.kind, p.id, p.version, p.state from processes p");
        var values = new List<NpgsqlParameter> { Sql.Value((short)filter.Kind) };
        if (filter.Party is { } party)
        {
            values.Add(Sql.Value(party));
            sql.Append(" join process_parties q on q.kind = p.kind and q.no = p.no")
                .Append(" and q.kind = $1 and q.party = $2");
        }

        sql.Append(" where p.kind = $1");
        if (filter.Statuses is { } statuses)
        {
            values.Add(Sql.Value(statuses.ToArray()));
            sql.Append(Invariant($" and p.status = any(${values.Count})"));
        }

        foreach (var (member, value) in filter.Members ?? new Dictionary<string, string>())
        {
            values.Add(Sql.Value(member));
            values.Add(Sql.Value(value));
            sql.Append(Invariant($" and p.state ->> ${values.Count - 1} = ${values.Count}"));
        }

        if (filter.Contains is var (array, text))
        {
            values.Add(Sql.Value(array));
            values.Add(Sql.Value(text));
            sql.Append(Invariant($" and (p.state -> ${values.Count - 1})::jsonb ? ${values.Count}"));
        }

        if (filter.BeforeNo is { } before)
        {
            values.Add(Sql.Value(before));
            sql.Append(Invariant($" and p.no < ${values.Count}"));
        }

        values.Add(Sql.Value(filter.Limit));
        sql.Append(Invariant($" order by p.no desc limit ${values.Count}"));
        return Availability.Guard(() => dataSource.ReadList(
            sql.ToString(), values, Read, cancellationToken));
    }

    public ValueTask<(TradeMessage Message, bool Known)> AddMessage(
        string tradeId, string sender, string text, UInt128 request,
        CancellationToken cancellationToken) =>
        Availability.Guard(async () =>
        {
            var written = await dataSource.ReadList(
                "insert into trade_messages (trade_id, sender, text, request) "
                + "values ($1, $2, $3, $4) on conflict (request) do nothing "
                + $"returning {MessageColumns}",
                [Sql.Value(tradeId), Sql.Value(sender), Sql.Value(text), Sql.Value(Uuid.Of(request))],
                ReadMessage, cancellationToken);
            if (written is [var message])
            {
                return (message, false);
            }

            // Messages are never deleted: what was in the way is there.
            var known = await dataSource.ReadList(
                $"select {MessageColumns} from trade_messages where request = $1",
                [Sql.Value(Uuid.Of(request))], ReadMessage, cancellationToken);
            return (known[0], true);
        });

    public ValueTask<IReadOnlyList<TradeMessage>> FindMessages(
        string tradeId, long afterNo, int limit, CancellationToken cancellationToken) =>
        Availability.Guard(() => dataSource.ReadList(
            $"select {MessageColumns} from trade_messages "
            + "where trade_id = $1 and no > $2 order by no limit $3",
            [Sql.Value(tradeId), Sql.Value(afterNo), Sql.Value(limit)],
            ReadMessage, cancellationToken));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static ListedProcess Read(NpgsqlDataReader reader) => new(
        reader.GetInt64(0),
        new ProcessRow(
            new ProcessId((ProcessKind)reader.GetInt16(1), reader.GetString(2)),
            reader.GetInt64(3), reader.GetString(4)));

    private static TradeMessage ReadMessage(NpgsqlDataReader reader) => new(
        reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3),
        reader.GetFieldValue<DateTimeOffset>(4));
}
