using System.Globalization;
using Npgsql;
using OrleansWallet.Bench.Measuring;

namespace OrleansWallet.Bench.Peers;

/// <summary>SQL under pgbench: prepared statements, a connection a client.</summary>
/// <param name="program">pgbench's path.</param>
/// <param name="server">The server, with a role that may make databases.</param>
/// <param name="seconds">Of one run.</param>
internal sealed class Pgbench(
    string program, NpgsqlConnectionStringBuilder server, int seconds)
{
    private const int ThreadsMax = 2;

    // pgbench counts its time from before it connects; the rate leaves the connecting out.
    private const int ClientsConnectedInASecond = 16;

    /// <param name="database">Where the script's tables are.</param>
    /// <param name="script">A file of <c>Sql/</c>, without its suffix.</param>
    /// <param name="clients">A variant each.</param>
    public Variant[] Variants(string database, string script, params int[] clients) =>
        [.. clients.Select(count => new Variant(
            Text(count) + (count == 1 ? " client" : " clients"),
            cancellationToken => RunAsync(database, script, count, cancellationToken)))];

    private async Task<Sample> RunAsync(
        string database, string script, int clients, CancellationToken cancellationToken) =>
        PgbenchOutput.Parse(await ToolProcess.RunAsync(
            program,
            [
                "--no-vacuum", "--protocol=prepared", "--client", Text(clients),
                "--jobs", Text(Math.Min(clients, ThreadsMax)), "--time",
                Text(seconds + (clients / ClientsConnectedInASecond)),
                "--file", SqlFile.PathOf(script), database,
            ],
            new Dictionary<string, string>
            {
                ["PGHOST"] = server.Host ?? "127.0.0.1",
                ["PGPORT"] = Text(server.Port),
                ["PGUSER"] = server.Username ?? "postgres",
                ["PGPASSWORD"] = server.Password ?? "",
            },
            cancellationToken));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
