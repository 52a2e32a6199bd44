using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace OrleansWallet.Testing;

/// <summary>
/// A PostgreSQL server of a test's own, which it may crash. The programs are those of the server
/// that tests run on.
/// </summary>
public sealed class PrivateCluster : IAsyncDisposable
{
    // PostgreSQL refuses to run as root.
    private const string SystemUser = "postgres";

    private readonly string _home;
    private readonly string _programs;
    private readonly int _port;

    private PrivateCluster(string home, string programs, int port)
    {
        _home = home;
        _programs = programs;
        _port = port;
    }

    public string ConnectionString => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = _port,
        Username = "postgres",
        Database = "postgres",
        Timeout = 3,
    }.ConnectionString;

    public static async Task<PrivateCluster> Start()
    {
        var home = Directory.CreateTempSubdirectory("orleanswallet-cluster-").FullName;
        var cluster = new PrivateCluster(home, await FindPrograms(), FreePort());
        if (IsRoot)
        {
            await Run("chown", SystemUser, home);
        }

        await cluster.RunProgram("initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8",
            "--locale=C", "-D", cluster.Data);
        await cluster.StartServer();
        return cluster;
    }

    /// <summary>Ends the server without a shutdown, as a crash does, and starts it again.</summary>
    public async Task Crash()
    {
        await RunProgram("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");
        await StartServer();
    }

    public async ValueTask DisposeAsync()
    {
        await RunProgram("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");
        Directory.Delete(_home, recursive: true);
    }

    private static bool IsRoot => Environment.UserName == "root";

    private string Data => Path.Combine(_home, "data");

    private Task StartServer() => RunProgram(
        "pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_home, "log"), "-o",
        $"-p {_port.ToString(CultureInfo.InvariantCulture)} -c listen_addresses=127.0.0.1 "
        + $"-c unix_socket_directories={_home} -c max_connections=50",
        "start");

    private Task RunProgram(string program, params string[] arguments)
    {
        var path = Path.Combine(_programs, program);
        return IsRoot
            ? Run("runuser", ["-u", SystemUser, "--", path, .. arguments])
            : Run(path, arguments);
    }

    private static async Task Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        // The server inherits the pipe, so its end would never come.
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!process.HasExited)
        {
            await Task.Delay(20, patience.Token);
        }

        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
        }
    }

    private static async Task<string> FindPrograms()
    {
        await using var source = NpgsqlDataSource.Create(TestServer.ConnectionString);
        await using var command = source.CreateCommand(
            "select setting from pg_config where name = 'BINDIR'");
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
