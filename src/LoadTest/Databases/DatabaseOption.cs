using System.CommandLine;
using Npgsql;

namespace OrleansWallet.LoadTest.Databases;

/// <summary>The server on which a command makes a database, and what all such commands do.</summary>
internal sealed class DatabaseOption : Option<string?>
{
    /// <summary>The environment variable that names a server when the option does not.</summary>
    public const string Variable = "ConnectionStrings__Wallet";

    public DatabaseOption()
        : base("--database")
    {
        Description = $"Connection string of a PostgreSQL server; {Variable} by default. "
            + "A database is made there and dropped again";
    }

    // Not the option's default value: the help would print it, password and all.
    public static string? FromEnvironment() => Environment.GetEnvironmentVariable(Variable);

    /// <summary>Adds the option; the command is refused when nothing names a server.</summary>
    public void AddTo(Command command)
    {
        command.Add(this);
        command.Validators.Add(result =>
        {
            if (string.IsNullOrEmpty(result.GetValue(this) ?? FromEnvironment()))
            {
                result.AddError($"name a server by --database or {Variable}");
            }
        });
    }

    public string Read(ParseResult parsed) => (parsed.GetValue(this) ?? FromEnvironment())!;

    /// <summary>Prints what the run returns, or says what the database had against it.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> PrintAsync(Task<string> run)
    {
        try
        {
            await Console.Out.WriteLineAsync(await run);
            return 0;
        }
        catch (NpgsqlException failure)
        {
            await Console.Error.WriteLineAsync($"the database: {failure.Message}");
            return 1;
        }
    }
}
