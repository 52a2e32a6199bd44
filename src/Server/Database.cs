using Npgsql;
using OrleansWallet.Api.Hosting;

namespace OrleansWallet.Server;

/// <summary>The database that the settings name.</summary>
internal static class Database
{
    private const string Name = "Wallet";
    private const int PreparedStatementsMax = 100;

    /// <exception cref="SettingException">It is missing or can't be read.</exception>
    public static NpgsqlDataSource Open(
        IConfiguration configuration, ILoggerFactory? loggers = null)
    {
        var text = ReadConnectionString(configuration);
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(text)
            {
                ApplicationName = "OrleansWallet",
                // The same few statements run all the time.
                AutoPrepareMinUsages = 2,
                // No session leaves anything behind, and eight statements a use cost more than most
                // uses do.
                NoResetOnClose = true,
            };
            settings.MaxAutoPrepare = Math.Max(settings.MaxAutoPrepare, PreparedStatementsMax);
            return new NpgsqlDataSourceBuilder(settings.ConnectionString)
                .UseLoggerFactory(loggers).Build();
        }
        catch (ArgumentException)
        {
            // The cause may quote the password.
            throw new SettingException($"ConnectionStrings:{Name} can't be read");
        }
    }

    /// <exception cref="SettingException">It is missing.</exception>
    public static string ReadConnectionString(IConfiguration configuration) =>
        configuration.GetConnectionString(Name) is { Length: > 0 } text
            ? text
            : throw new SettingException(
                $"ConnectionStrings:{Name} is missing. Set the environment variable "
                + $"ConnectionStrings__{Name}, for example to "
                + "'Host=localhost;Database=wallet;Username=wallet'.");
}
