using OrleansWallet.Api.Hosting;

namespace OrleansWallet.Server;

/// <summary>Settings of the commands that run no host.</summary>
internal static class Settings
{
    /// <summary><c>appsettings.json</c> beside the executable, then the environment.</summary>
    public static IConfiguration Load() => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables()
        .Build();

    /// <summary>A file of settings over those of the executable's; the environment is over both.
    /// </summary>
    /// <exception cref="SettingException">There is no such file.</exception>
    public static void AddConfig(this IConfigurationBuilder configuration, string? file)
    {
        if (file is null)
        {
            return;
        }

        if (!File.Exists(file))
        {
            throw new SettingException($"--config: there is no file '{file}'");
        }

        configuration.AddJsonFile(Path.GetFullPath(file)).AddEnvironmentVariables();
    }
}
