using System.Globalization;
using System.Text;

namespace OrleansWallet.Simulation.Teeth;

/// <summary>The mutations with the seeds that caught them.</summary>
internal static class TeethTable
{
    public const string FileName = "README.md";

    public static string Markdown(IReadOnlyList<Bite> bites, int seeds, int steps)
    {
        var text = new StringBuilder()
            .AppendLine("| mutation | what it breaks | caught at seed | by |")
            .AppendLine("|---|---|---|---|");
        foreach (var bite in bites)
        {
            text.AppendLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {bite.Mutation!.Name} | {bite.Mutation.Breaks} | {SeedOf(bite)} "
                + $"| {bite.Invariant} |"));
        }

        return text.AppendLine()
            .AppendLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{bites.Count(b => b.Seed is not null)} of {bites.Count} are caught within {seeds} "
                + $"seeds of {steps} commands; without a mutation the seeds are clean."))
            .ToString().ReplaceLineEndings("\n");
    }

    public static string Line(Bite bite) => string.Create(
        CultureInfo.InvariantCulture,
        $"{bite.Mutation?.Name ?? "(none)",-34} {SeedOf(bite),8}  {bite.Invariant}");

    /// <summary>The page that stands beside the mutations.</summary>
    public static string Page(string table) =>
        "# Mutations\n\n"
        + "Each file here plants one bug into a copy of the product. The simulator must find every one\n"
        + "of them: `scripts/simulate --teeth` builds the copy, hunts each, and writes this page with\n"
        + "`--table`. Where an exception is named, the product's own checks or the simulated database\n"
        + "stopped it; a number is that of the design's list of what must always hold.\n\n" + table;

    /// <summary>The mutations that such a page says are caught within so many seeds.</summary>
    public static IReadOnlySet<string> CaughtWithin(string page, ulong seeds) => page.Split('\n')
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .Where(cells => cells.Length == 6
            && ulong.TryParse(cells[3], CultureInfo.InvariantCulture, out var seed) && seed <= seeds)
        .Select(cells => cells[1]).ToHashSet(StringComparer.Ordinal);

    private static string SeedOf(Bite bite) =>
        bite.Seed?.ToString(CultureInfo.InvariantCulture) ?? "survived";
}
