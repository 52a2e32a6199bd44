using Npgsql;

namespace OrleansWallet.Api.Tests.Fuzz;

/// <summary>All that a refusal must leave as it is, a digest a table.</summary>
/// <remarks>
/// Heads without an entry and the tokens of fences are no state: a recorded refusal needs the
/// one, and loading a wallet writes the other.
/// </remarks>
internal sealed record JournalState(IReadOnlyList<string> Tables, string Refusals)
{
    private static readonly (string Name, string Rows)[] _tables =
    [
        ("wallets", "select no, id, seq, hash, status, created_at, last_at from wallets "
            + "where seq > 0"),
        ("entries", "table entries"),
        ("balances", "table balances"),
        ("holds", "table holds"),
        ("postings", "table postings"),
        ("keys", "select * from keys where refusal is null"),
        ("users", "select user_id, email, password_hash, roles, security_stamp, "
            + "display_currency, network, data from users"),
        ("refusals", "select * from keys where refusal is not null"),
    ];

    public static async Task<JournalState> Read(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand(string.Join(
            " union all ",
            _tables.Select((t, i) =>
                $"select {i}, '{t.Name}', count(*), "
                + $"coalesce(sum(hashtextextended(t::text, 0)), 0)::text from ({t.Rows}) t"))
            + " order by 1");
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await reader.ReadAsync())
        {
            found.Add($"{reader.GetString(1)} {reader.GetInt64(2)} {reader.GetString(3)}");
        }

        return new JournalState(found[..^1], found[^1]);
    }

    /// <summary>Waits until nothing is under way that earlier calls began.</summary>
    public static async Task<JournalState> ReadAtRest(NpgsqlDataSource database)
    {
        for (var i = 0; i < 100; i++)
        {
            await using var command = database.CreateCommand("select count(*) from postings");
            if (await command.ExecuteScalarAsync() is 0L)
            {
                break;
            }

            await Task.Delay(20);
        }

        return await Read(database);
    }

    /// <returns>The tables that differ, or null.</returns>
    public string? Differs(JournalState other, bool mayRecordRefusal)
    {
        var tables = Tables.Zip(other.Tables).Where(p => p.First != p.Second)
            .Select(p => $"{p.First} became {p.Second}").ToList();
        if (!mayRecordRefusal && Refusals != other.Refusals)
        {
            tables.Add($"{Refusals} became {other.Refusals}");
        }

        return tables.Count == 0 ? null : string.Join(", ", tables);
    }
}
