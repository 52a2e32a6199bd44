namespace OrleansWallet.Simulation.Teeth;

/// <summary>A planted bug: what it breaks, and how it is written into the sources.</summary>
/// <param name="Name">The file's name; <c>Mutant.Is</c> asks for it.</param>
/// <param name="Breaks">One line.</param>
/// <param name="Edits">One or more.</param>
internal sealed record Mutation(string Name, string Breaks, IReadOnlyList<MutationEdit> Edits)
{
    private const string FileMark = "@@ ";
    private const string OldMark = "<<<<";
    private const string NewMark = "====";
    private const string EndMark = ">>>>";

    /// <summary>All mutations of the folder, by name.</summary>
    /// <exception cref="PlantingException">A file is not written as it must be.</exception>
    public static IReadOnlyList<Mutation> ReadAll(string folder) =>
    [
        .. Directory.GetFiles(folder, "*.mutation").Order(StringComparer.Ordinal)
            .Select(file => Parse(
                Path.GetFileNameWithoutExtension(file), File.ReadAllText(file))),
    ];

    public static Mutation Parse(string name, string text)
    {
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var edits = new List<MutationEdit>();
        var at = 1;
        while (at < lines.Length)
        {
            if (lines[at].Length == 0)
            {
                at++;
                continue;
            }

            if (!lines[at].StartsWith(FileMark, StringComparison.Ordinal)
                || at + 1 >= lines.Length || lines[at + 1] != OldMark)
            {
                throw new PlantingException($"{name}: line {at + 1} should begin an edit");
            }

            var file = lines[at][FileMark.Length..].Trim();
            var middle = Find(name, lines, at, NewMark);
            var end = Find(name, lines, middle, EndMark);
            edits.Add(new MutationEdit(
                file, string.Join('\n', lines[(at + 2)..middle]),
                string.Join('\n', lines[(middle + 1)..end])));
            at = end + 1;
        }

        if (lines[0].Length == 0 || edits.Count == 0)
        {
            throw new PlantingException($"{name}: no description in the first line, or no edit");
        }

        // Otherwise it would be on in every run, or in none.
        var question = $"Mutant.Is(\"{name}\")";
        if (edits.Find(e => !e.New.Contains(question, StringComparison.Ordinal)) is { } bare)
        {
            throw new PlantingException($"{name}: {bare.File} is changed without asking for it");
        }

        return new Mutation(name, lines[0], edits);
    }

    private static int Find(string name, string[] lines, int from, string mark)
    {
        var at = Array.IndexOf(lines, mark, from);
        return at > 0 ? at : throw new PlantingException($"{name}: no {mark} after line {from + 1}");
    }
}
