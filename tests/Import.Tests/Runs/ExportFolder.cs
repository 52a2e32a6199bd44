using System.IO.Compression;
using System.Text;
using OrleansWallet.Import.Sources;

namespace OrleansWallet.Import.Tests.Runs;

/// <summary>A folder of exports, gone with the test.</summary>
public sealed class ExportFolder : IDisposable
{
    public ExportFolder() => Directory.CreateDirectory(Path);

    public string Path { get; } =
        System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"exports-{Guid.NewGuid():N}");

    public IReadOnlyList<SourceFile> Files => SourceFolder.Find(Path);

    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, text);
        return path;
    }

    public string WriteGzip(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        using var gzip = new GZipStream(File.Create(path), CompressionLevel.Optimal);
        gzip.Write(Encoding.UTF8.GetBytes(text));
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
