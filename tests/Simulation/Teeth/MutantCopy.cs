using System.Diagnostics;

namespace OrleansWallet.Simulation.Teeth;

/// <summary>
/// A copy of the product and of the simulation that holds every mutation, all off but the one that
/// its environment names: so one build serves all of them, and the product's sources stay clean.
/// </summary>
internal sealed class MutantCopy(string repository, string folder)
{
    /// <summary>The environment variable that turns one mutation on.</summary>
    public const string Switch = "MUTANT";

    private const string SwitchFile = "src/Domain/Mutant.cs";

    // A namespace that every project of the product sees without a using.
    private const string SwitchSource = $$"""
        namespace OrleansWallet;

        /// <summary>Which mutation is on.</summary>
        public static class Mutant
        {
            private static readonly string? _name =
                System.Environment.GetEnvironmentVariable("{{Switch}}");

            public static bool Is(string name) => _name == name;
        }

        """;

    private static readonly string[] _parts =
    [
        "src/Domain", "src/Contracts", "src/Journal", "src/Grains", "tests/Simulation",
    ];

    private static readonly string[] _files =
    [
        "Directory.Build.props", "Directory.Packages.props", "BannedSymbols.txt", "global.json",
        "tests/Directory.Build.props",
    ];

    public string Executable =>
        Path.Combine(folder, "tests/Simulation/bin/Release/net10.0/OrleansWallet.Simulation.dll");

    /// <summary>Writes the copy; what stands there already is left, so that builds are short.</summary>
    /// <exception cref="PlantingException">A mutation doesn't go with the sources.</exception>
    public void Plant(IReadOnlyList<Mutation> mutations)
    {
        var edits = mutations.SelectMany(m => m.Edits.Select(e => (m.Name, Edit: e)))
            .ToLookup(e => e.Edit.File);
        var files = Files().ToHashSet(StringComparer.Ordinal);
        if (edits.FirstOrDefault(e => !files.Contains(e.Key)) is { } lost)
        {
            throw new PlantingException($"{lost.First().Name}: there is no {lost.Key}");
        }

        foreach (var file in files)
        {
            var text = File.ReadAllText(Path.Combine(repository, file)).ReplaceLineEndings("\n");
            Write(file, Planting.Apply(file, text, edits[file]));
        }

        Write(SwitchFile, SwitchSource);
        RemoveOthers(files);
    }

    /// <exception cref="PlantingException">It doesn't build.</exception>
    public void Build()
    {
        // The mutants are no product code: warnings may be.
        using var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "build", "tests/Simulation", "-c", "Release", "-m:1", "--nologo", "-v", "quiet",
                "-p:TreatWarningsAsErrors=false", "-p:RunAnalyzers=false",
                "-p:GenerateDocumentationFile=false", "-nodeReuse:false",
                "-p:UseSharedCompilation=false",
            },
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new PlantingException($"the mutated copy doesn't build:\n{output}");
        }
    }

    private IEnumerable<string> Files() => _parts
        .SelectMany(part => Sources(repository, part))
        .Concat(_files)
        .Where(file => !file.EndsWith(".mutation", StringComparison.Ordinal));

    private static IEnumerable<string> Sources(string root, string part) =>
        Directory.GetFiles(Path.Combine(root, part), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(p => p is "bin" or "obj"));

    private void Write(string file, string text)
    {
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!File.Exists(path) || File.ReadAllText(path) != text)
        {
            File.WriteAllText(path, text);
        }
    }

    private void RemoveOthers(HashSet<string> files)
    {
        var old = _parts.SelectMany(part => Sources(folder, part))
            .Where(file => file != SwitchFile && !files.Contains(file));
        foreach (var file in old.ToList())
        {
            File.Delete(Path.Combine(folder, file));
        }
    }
}
