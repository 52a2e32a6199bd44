using System.CommandLine;
using Npgsql;
using Spectre.Console;

namespace OrleansWallet.Bench;

/// <summary>The command line.</summary>
internal static class BenchCommand
{
    private const string DatabaseVariable = "ConnectionStrings__Wallet";

    private static readonly Option<string?> _database = new("--database")
    {
        Description = $"Connection string of a PostgreSQL server; {DatabaseVariable} by default",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(DatabaseVariable),
    };

    private static readonly Option<string> _loadTool = new("--load-tool")
    {
        Description = "Path of OrleansWallet.LoadTest.dll",
        Required = true,
    };

    private static readonly Option<string> _pgbench = new("--pgbench")
    {
        Description = "Path of pgbench",
        DefaultValueFactory = _ => "pgbench",
    };

    private static readonly Option<string?> _pgledger = new("--pgledger")
    {
        Description = "Folder of pgledger's sources, to compare with it too",
    };

    private static readonly Option<Uri?> _url = new("--url")
    {
        Description = "A running grid with its demo users, for the rows over HTTP too",
        CustomParser = result => Uri.TryCreate(
            result.Tokens.Single().Value, UriKind.Absolute, out var url) ? url : null,
    };

    private static readonly Option<string?> _json = new("--json")
    {
        Description = "File to write the rows to as JSON",
    };

    private static readonly Option<int?> _rounds = new("--rounds")
    {
        Description = "Times that each side is measured; by default 1 with --quick, else 3, or "
            + "fewer when they would take more than 8 minutes",
    };

    private static readonly Option<bool> _quick = new("--quick")
    {
        Description = "Short runs: for a look, not for a claim",
    };

    private static readonly Option<bool> _growth = new("--growth")
    {
        Description = "Also journals of up to 10 million entries and 1 million wallets: 15 minutes",
    };

    private static readonly Option<string?> _only = new("--only")
    {
        Description = "Only the comparisons whose names have this in them",
    };

    public static RootCommand Create()
    {
        _database.Validators.Add(result =>
        {
            if (string.IsNullOrEmpty(result.GetValue(_database)))
            {
                result.AddError($"name a server by --database or {DatabaseVariable}");
            }
        });
        _rounds.Validators.Add(result =>
        {
            if (result.GetValue(_rounds) is < 1)
            {
                result.AddError("--rounds is not 1 or more");
            }
        });
        var command = new RootCommand("Compares the grid with SQL on the same PostgreSQL.")
        {
            _database, _loadTool, _pgbench, _pgledger, _url, _json, _rounds, _quick, _growth,
            _only,
        };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(Options(parsed), cancellationToken));
        return command;
    }

    private static BenchOptions Options(ParseResult parsed) =>
        new(
            parsed.GetRequiredValue(_database)!,
            parsed.GetRequiredValue(_loadTool),
            parsed.GetRequiredValue(_pgbench),
            parsed.GetValue(_pgledger),
            parsed.GetValue(_url),
            parsed.GetValue(_json),
            parsed.GetValue(_rounds),
            parsed.GetValue(_quick),
            parsed.GetValue(_growth),
            parsed.GetValue(_only));

    private static async Task<int> RunAsync(
        BenchOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await new BenchRun(options, AnsiConsole.Console).RunAsync(cancellationToken);
            return 0;
        }
        catch (Exception failure) when (failure is BenchFailedException or NpgsqlException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 1;
        }
    }
}
