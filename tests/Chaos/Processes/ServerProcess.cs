using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using OrleansWallet.Chaos.Grid;

namespace OrleansWallet.Chaos.Processes;

/// <summary>The server under test: started, killed, frozen, and always ended.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan _readyWithin = TimeSpan.FromSeconds(60);

    private readonly string _logs;
    private readonly string _name;
    private readonly Dictionary<string, string> _environment;
    private Process? _process;
    private Task _logging = Task.CompletedTask;
    private bool _wasReady;
    private int _starts;

    /// <param name="connectionString">Of its database.</param>
    /// <param name="logs">The directory of its logs.</param>
    /// <param name="number">Tells it from the others of the run.</param>
    public ServerProcess(string connectionString, string logs, int number)
    {
        _logs = logs;
        _name = string.Create(CultureInfo.InvariantCulture, $"server-{number}");
        Url = new Uri(string.Create(
            CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}/"));
        Grid = new GridClient(Url);
        _environment = new Dictionary<string, string>
        {
            ["ConnectionStrings__Wallet"] = connectionString,
            // Quiet points wait for the recovery.
            ["Grains__RecoveryAge"] = "00:00:03",
            ["Grains__RecoveryInterval"] = "00:00:00.5",
            // Demo users are added at the first start.
            ["SignIn__PasswordIterations"] = "10000",
            ["NO_COLOR"] = "1",
            // It starts often and lives briefly.
            ["DOTNET_TieredPGO"] = "0",
        };
    }

    public Uri Url { get; }

    /// <summary>Calls it.</summary>
    public GridClient Grid { get; }

    /// <summary>Waits until it serves; starts it when it does not run.</summary>
    /// <returns>What is wrong; null when it serves.</returns>
    public async Task<string?> EnsureReady(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < _readyWithin)
        {
            if (_process is not { HasExited: false })
            {
                // One that finds no database at its start may give up, but only then.
                if (_process is not null && _wasReady)
                {
                    return $"the server ended by itself, exit code {_process.ExitCode}";
                }

                Start();
            }

            if (await Grid.IsReady(cancellationToken))
            {
                _wasReady = true;
                return null;
            }

            await Task.Delay(50, cancellationToken);
        }

        return $"the server is not ready within {_readyWithin}";
    }

    /// <summary>kill -9.</summary>
    public async Task Kill()
    {
        if (_process is null)
        {
            return;
        }

        _process.Kill();
        await _process.WaitForExitAsync();
        await _logging;
        _process.Dispose();
        _process = null;
        _wasReady = false;
    }

    /// <summary>Stops its clock for a while, as far as it can tell.</summary>
    public async Task Freeze(TimeSpan time)
    {
        if (_process is not { HasExited: false } running)
        {
            return;
        }

        var pid = running.Id.ToString(CultureInfo.InvariantCulture);
        try
        {
            await Shell.Run("kill", ["-STOP", pid]);
            await Task.Delay(time);
        }
        finally
        {
            await Shell.Run("kill", ["-CONT", pid]);
        }
    }

    /// <summary>Runs <c>verify</c> on its database.</summary>
    public async Task<(bool IsClean, string Output)> Verify()
    {
        var (code, output) = await Shell.Run(
            "dotnet", [Repository.ServerDll, "verify"], _environment);
        await File.WriteAllTextAsync(Path.Combine(_logs, "verify.log"), output);
        return (code == 0, output);
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        Grid.Dispose();
    }

    private void Start()
    {
        _process?.Dispose();
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Repository.ServerDll, "serve", "--demo",
                "--urls", Url.GetLeftPart(UriPartial.Authority),
            ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in _environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _process.StandardInput.Close();
        var log = string.Create(CultureInfo.InvariantCulture, $"{_name}-{++_starts:D3}");
        _logging = Task.WhenAll(
            Write(_process.StandardOutput, $"{log}.log"),
            Write(_process.StandardError, $"{log}.err"));
    }

    private async Task Write(StreamReader from, string name)
    {
        await using var file = File.Create(Path.Combine(_logs, name));
        await from.BaseStream.CopyToAsync(file);
    }

    // Below the range from which the kernel hands out ports: while the server is down, none of its
    // callers' own connections can take it.
    private static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody else's.
            }
        }
    }
}
