using Npgsql;
using NpgsqlTypes;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Journal.Postgres;

namespace OrleansWallet.Journal.Processes;

/// <summary>One transaction of the process writer: two statements and a look at what was not done.</summary>
internal static class ProcessTransaction
{
    private const string Insert =
        "with w as (select * from unnest($1, $2, $3, $4, $5, $6, $7) "
        + "as u (kind, id, token, status, due_at, due_after, state)), "
        + "made as (insert into processes (kind, id, version, token, status, due_at, state) "
        + "select kind, id, 1, token, status, coalesce(now() + due_after, due_at), state from w "
        + "on conflict do nothing returning no, kind, id), "
        + "party as (insert into process_parties (party, kind, no) "
        + "select distinct p.party, made.kind, made.no from made "
        + "join unnest($8, $9, $10) as p (kind, id, party) using (kind, id)) "
        + "select kind, id from made";

    private const string Update =
        "update processes p set version = p.version + 1, token = u.token, status = u.status, "
        + "due_at = coalesce(now() + u.due_after, u.due_at), state = u.state, updated_at = now() "
        + "from unnest($1, $2, $3, $4, $5, $6, $7, $8) "
        + "as u (kind, id, token, status, due_at, due_after, state, expected) "
        + "where p.kind = u.kind and p.id = u.id and p.version = u.expected "
        + "returning p.kind, p.id";

    private const string Look =
        "select p.kind, p.id, p.version, p.token from processes p "
        + "join unnest($1, $2) as u (kind, id) using (kind, id)";

    public static Dictionary<ProcessId, ProcessCommit> Run(
        NpgsqlConnection connection, List<PendingWrite> round)
    {
        // One order everywhere, so that two writers can't deadlock.
        round.Sort(static (a, b) => Compare(a.Write.Id, b.Write.Id));
        var inserts = round.FindAll(p => p.Write.Expected == 0);
        var updates = round.FindAll(p => p.Write.Expected > 0);
        var results = new Dictionary<ProcessId, ProcessCommit>();
        using (var batch = new NpgsqlBatch(connection))
        {
            if (inserts.Count > 0)
            {
                batch.BatchCommands.Add(Sql.Command(
                    Insert, [.. Columns(inserts), .. PartyColumns(inserts)]));
            }

            if (updates.Count > 0)
            {
                batch.BatchCommands.Add(Sql.Command(
                    Update,
                    [.. Columns(updates), Sql.Value(updates.ConvertAll(p => p.Write.Expected))]));
            }

            round.ForEach(p => p.IsDoubtful = true);
            using var reader = batch.ExecuteReader();
            do
            {
                while (reader.Read())
                {
                    results[ReadId(reader)] = ProcessCommit.Done;
                }
            }
            while (reader.NextResult());
        }

        Settle(connection, round.FindAll(p => !results.ContainsKey(p.Write.Id)), results);
        return results;
    }

    // A batch is one transaction, which is committed here: what the rows hold now is the end.
    private static void Settle(
        NpgsqlConnection connection, List<PendingWrite> open,
        Dictionary<ProcessId, ProcessCommit> results)
    {
        if (open.Count == 0)
        {
            return;
        }

        using var command = new NpgsqlCommand(Look, connection);
        command.Parameters.Add(Kinds(open));
        command.Parameters.Add(Ids(open));
        var found = new Dictionary<ProcessId, (long Version, Guid Token)>();
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                found[ReadId(reader)] = (reader.GetInt64(2), reader.GetGuid(3));
            }
        }

        foreach (var pending in open)
        {
            var mine = found.TryGetValue(pending.Write.Id, out var row)
                && row.Version == pending.Write.Expected + 1 && row.Token == pending.Token;
            results[pending.Write.Id] = mine ? ProcessCommit.Done : ProcessCommit.Conflict;
        }
    }

    private static int Compare(ProcessId a, ProcessId b) =>
        a.Kind != b.Kind
            ? a.Kind.CompareTo(b.Kind)
            : string.CompareOrdinal(a.Value, b.Value);

    private static ProcessId ReadId(NpgsqlDataReader reader) =>
        new((ProcessKind)reader.GetInt16(0), reader.GetString(1));

    private static NpgsqlParameter Kinds(List<PendingWrite> writes) =>
        Sql.Value(writes.ConvertAll(p => (short)p.Write.Id.Kind));

    private static NpgsqlParameter Ids(List<PendingWrite> writes) =>
        Sql.Value(writes.ConvertAll(p => p.Write.Id.Value));

    private static NpgsqlParameter[] Columns(List<PendingWrite> writes) =>
    [
        Kinds(writes),
        Ids(writes),
        Sql.Value(writes.ConvertAll(p => p.Token)),
        Sql.Value(writes.ConvertAll(p => p.Write.Status)),
        Sql.Value(writes.ConvertAll(p => p.Write.DueAt?.ToUniversalTime())),
        Sql.Value(writes.ConvertAll(p => p.Write.DueAfter)),
        new NpgsqlParameter
        {
            Value = writes.ConvertAll(p => p.Write.State),
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Json,
        },
    ];

    private static NpgsqlParameter[] PartyColumns(List<PendingWrite> writes)
    {
        var parties = writes
            .SelectMany(p => p.Write.Parties.Select(party => (p.Write.Id, Party: party.Value)))
            .ToList();
        return
        [
            Sql.Value(parties.ConvertAll(p => (short)p.Id.Kind)),
            Sql.Value(parties.ConvertAll(p => p.Id.Value)),
            Sql.Value(parties.ConvertAll(p => p.Party)),
        ];
    }
}
