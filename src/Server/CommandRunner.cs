using Microsoft.Extensions.Options;
using Npgsql;
using OrleansWallet.Api.Hosting;
using OrleansWallet.Journal;

namespace OrleansWallet.Server;

/// <summary>Runs a command and tells the operator what was wrong, without a stack trace.</summary>
internal static class CommandRunner
{
    public static async Task<int> Run(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception e) when (e is SettingException or OptionsValidationException)
        {
            return await Fail(e.Message);
        }
        catch (PostgresException e)
        {
            return await Fail($"The database refused: {e.MessageText} ({e.SqlState})");
        }
        catch (Exception e) when (e is NpgsqlException or JournalUnavailableException)
        {
            return await Fail($"The database is away: {e.Message}");
        }
        catch (IOException e)
        {
            // An address in use, most often.
            return await Fail(e.Message);
        }
    }

    public static async Task<int> Fail(string message, int exitCode = ExitCodes.Unusable)
    {
        await Console.Error.WriteLineAsync(message);
        return exitCode;
    }
}
