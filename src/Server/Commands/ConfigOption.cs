using System.CommandLine;

namespace OrleansWallet.Server.Commands;

/// <summary>The option that names a file of settings.</summary>
internal static class ConfigOption
{
    public static Option<string?> Create() => new("--config")
    {
        Description = "A JSON file of settings, such as one of silo-config; the environment "
            + "is stronger",
    };
}
