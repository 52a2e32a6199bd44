namespace OrleansWallet.Chaos.Processes;

/// <summary>Where things are in the checkout that this was built in.</summary>
internal static class Repository
{
    private const string Mark = "OrleansWallet.sln";

    public static string Root { get; } = FindRoot();

    /// <summary>The server, built with the configuration that this was built with.</summary>
    public static string ServerDll
    {
        get
        {
            var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/'));
            var dll = Path.Combine(
                Root, "src", "Server", "bin", output.Parent!.Name, output.Name,
                "OrleansWallet.Server.dll");
            return File.Exists(dll)
                ? dll
                : throw new ChaosSetupException($"{dll} is not built");
        }
    }

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, Mark)))
        {
            directory = directory.Parent;
        }

        return directory?.FullName
            ?? throw new ChaosSetupException($"{Mark} is in no directory above this program");
    }
}
