using Npgsql;

namespace OrleansWallet.Journal.Postgres;

/// <summary>Short reads on a pooled connection.</summary>
internal static class DataSourceReads
{
    public static async ValueTask<IReadOnlyList<T>> ReadList<T>(
        this NpgsqlDataSource dataSource, string sql, IEnumerable<NpgsqlParameter> parameters,
        Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var list = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            list.Add(read(reader));
        }

        return list;
    }
}
