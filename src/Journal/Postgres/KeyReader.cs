using Npgsql;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Journal.Postgres;

/// <summary>Reads committed keys with the entries that they led to.</summary>
internal static class KeyReader
{
    // The condition on the generation is looked at once: a journal without earlier keys is not
    // searched for any. Written so that whatever the planner expects of it, it looks up rows one by
    // one: else it would read all entries or wallets for some hundreds of keys.
    private const string Select =
        "with k as ("
        + "select key as asked, k.* from keys k where key = any($1) union all "
        + $"select asked.key, k.* from {EarlierKeys.Join} "
        + "where (select has_earlier_keys from journal_generation)) "
        + "select k.asked, k.fingerprint, (select id from wallets where no = k.wallet_no), "
        + "k.wallet_no, k.refusal, " + EntryColumns.List + " from k "
        + "left join lateral (select * from entries where wallet_no = k.wallet_no "
        + "and seq >= k.seq and seq < k.seq + k.entries order by seq limit k.entries) e on true "
        + "order by k.asked, k.key, e.seq";

    /// <summary>On the writer's connection.</summary>
    public static IReadOnlyDictionary<UInt128, KeyRecord> Find(
        NpgsqlConnection connection, List<Guid> keys, CurrencyRegistry currencies)
    {
        using var command = Command(connection, keys);
        using var reader = command.ExecuteReader();
        var found = new Dictionary<UInt128, KeyRecord>();
        List<Entry> entries = [];
        while (reader.Read())
        {
            Add(reader, found, ref entries, currencies);
        }

        return found;
    }

    public static async Task<IReadOnlyDictionary<UInt128, KeyRecord>> FindAsync(
        NpgsqlConnection connection, List<Guid> keys, CurrencyRegistry currencies,
        CancellationToken cancellationToken)
    {
        await using var command = Command(connection, keys);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new Dictionary<UInt128, KeyRecord>();
        List<Entry> entries = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            Add(reader, found, ref entries, currencies);
        }

        return found;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, List<Guid> keys)
    {
        var command = new NpgsqlCommand(Select, connection);
        command.Parameters.AddRange(EarlierKeys.Asked(keys));
        return command;
    }

    // The rows of a key follow each other.
    private static void Add(
        NpgsqlDataReader reader, Dictionary<UInt128, KeyRecord> found, ref List<Entry> entries,
        CurrencyRegistry currencies)
    {
        var key = Uuid.ToUInt128(reader.GetGuid(0));
        if (!found.ContainsKey(key))
        {
            entries = [];
            found[key] = new KeyRecord(
                key,
                Uuid.ToUInt128(reader.GetGuid(1)),
                new WalletId(reader.GetString(2)),
                reader.GetInt64(3),
                entries,
                reader.IsDBNull(4) ? null : RefusalText.Parse(reader.GetString(4), currencies));
        }

        if (!reader.IsDBNull(5))
        {
            entries.Add(EntryColumns.Read(reader, 5, currencies));
        }
    }
}
