namespace OrleansWallet.Import.Sources;

/// <summary>Finds exports by their names: <c>wallets.json</c>, <c>wallets.ndjson.gz</c>, ….</summary>
public static class SourceFolder
{
    private static readonly string[] _endings =
    [
        ".json", ".ndjson", ".jsonl", ".json.gz", ".ndjson.gz", ".jsonl.gz",
    ];

    /// <summary>The exports in a folder; collections without one are left out.</summary>
    /// <exception cref="SourceException">A collection has two files.</exception>
    public static IReadOnlyList<SourceFile> Find(string folder)
    {
        var files = new List<SourceFile>();
        foreach (var collection in OldCollections.All)
        {
            var paths = _endings
                .Select(ending => Path.Combine(folder, collection.Name() + ending))
                .Where(File.Exists)
                .ToArray();
            if (paths.Length > 1)
            {
                throw new SourceException(
                    $"{collection.Name()} has more than one file: "
                    + string.Join(", ", paths.Select(Path.GetFileName)));
            }

            files.AddRange(paths.Select(path => new SourceFile(collection, path)));
        }

        return files;
    }
}
