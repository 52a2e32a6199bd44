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
}
