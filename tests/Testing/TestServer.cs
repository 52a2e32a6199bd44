using Npgsql;

namespace OrleansWallet.Testing;

/// <summary>The PostgreSQL server that tests run on; scripts/test starts one.</summary>
public static class TestServer
{
    private const string Variable = "ConnectionStrings__Wallet";

    /// <summary>A superuser's connection string.</summary>
    /// <exception cref="InvalidOperationException">The variable is not set.</exception>
    public static string ConnectionString =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text
            ? text
            : throw new InvalidOperationException(
                $"{Variable} is not set: run the tests by scripts/test, or give it the connection "
                + "string of a superuser of a PostgreSQL server that is there for tests only");

    /// <summary>Runs one statement outside a transaction, on no pooled connection.</summary>
    public static async Task Execute(string sql, string? connectionString = null)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString ?? ConnectionString)
        {
            Pooling = false,
        };
        await using var connection = new NpgsqlConnection(builder.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
