namespace OrleansWallet.Simulation.Teeth;

/// <summary>Plants and builds the mutations of a repository, and hunts them.</summary>
internal sealed class TeethRun
{
    public const string CopyFolder = "artifacts/mutants";
    private const int CleanSeedsMax = 40;
    private static readonly TimeSpan _huntTimeout = TimeSpan.FromMinutes(20);

    private readonly MutantCopy _copy;

    public TeethRun(string repository)
    {
        _copy = new MutantCopy(repository, Path.Combine(repository, CopyFolder));
        Mutations = Mutation.ReadAll(MutationFolder(repository));
    }

    public IReadOnlyList<Mutation> Mutations { get; }

    public static string MutationFolder(string repository) =>
        Path.Combine(repository, "tests/Simulation/Mutations");

    /// <summary>The folder that holds the solution, above a build's own.</summary>
    /// <exception cref="PlantingException">There is none.</exception>
    public static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null
            && !File.Exists(Path.Combine(folder.FullName, "OrleansWallet.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new PlantingException("this is not a build inside the repository");
    }

    /// <exception cref="PlantingException">A mutation doesn't fit, or the copy doesn't build.</exception>
    public void Build()
    {
        _copy.Plant(Mutations);
        _copy.Build();
    }

    /// <summary>Hunts each mutation alone, after some seeds without any.</summary>
    /// <param name="mutations">Which.</param>
    /// <param name="seeds">How many seeds at most.</param>
    /// <param name="steps">Commands a seed.</param>
    /// <param name="tell">Heard after each.</param>
    /// <exception cref="PlantingException">Without a mutation the seeds are not clean.</exception>
    public IReadOnlyList<Bite> Hunt(
        IEnumerable<Mutation> mutations, int seeds, int steps, Action<Bite> tell)
    {
        var clean = new Hunter(_copy.Executable, Math.Min(seeds, CleanSeedsMax), steps, _huntTimeout)
            .Hunt([null], 1, tell)[0];
        if (clean.Seed is not null || clean.Invariant.Length > 0)
        {
            throw new PlantingException($"without a mutation: seed {clean.Seed}, {clean.Invariant}");
        }

        return new Hunter(_copy.Executable, seeds, steps, _huntTimeout)
            .Hunt(mutations, Environment.ProcessorCount, tell);
    }
}
