using OrleansWallet.Import.Sources;
using OrleansWallet.Import.Tests.Runs;

namespace OrleansWallet.Import.Tests.Sources;

public sealed class SourceStreamTests : IDisposable
{
    private readonly ExportFolder _folder = new();

    [Fact]
    public void Read_WhenTheFileIsGzippedUnderAnyName_Unpacks()
    {
        var path = _folder.WriteGzip("wallets.json", Text());

        Assert.Equal(Text(), ReadAll(path));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(500)]
    public void Read_WhenTheGzipFileIsCutShort_Throws(int missing)
    {
        var path = _folder.WriteGzip("wallets.json.gz", Text());
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^missing]);

        Assert.Throws<SourceException>(() => ReadAll(path));
    }

    [Fact]
    public void Read_WhenTheGzipFileIsDamaged_Throws()
    {
        var path = _folder.WriteGzip("wallets.json.gz", Text());
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 0x55;
        File.WriteAllBytes(path, bytes);

        Assert.Throws<SourceException>(() => ReadAll(path));
    }

    [Fact]
    public void Find_WhenAFolderHoldsExports_TakesThemByName()
    {
        _folder.Write("wallets.ndjson", "");
        _folder.Write("savings_balances.json", "");
        _folder.WriteGzip("trader_balances.jsonl.gz", "");
        _folder.Write("users.json", "");

        Assert.Equal(
            ["trader_balances.jsonl.gz", "savings_balances.json", "wallets.ndjson"],
            SourceFolder.Find(_folder.Path).Select(f => f.Name));
    }

    [Fact]
    public void Find_WhenACollectionHasTwoFiles_Throws()
    {
        _folder.Write("wallets.ndjson", "");
        _folder.Write("wallets.json", "");

        Assert.Throws<SourceException>(() => SourceFolder.Find(_folder.Path));
    }

    public void Dispose() => _folder.Dispose();

    private static string Text() => string.Concat(
        Enumerable.Range(0, 2000).Select(i => $"{{\"a\":{i * 7919 % 10007}}}\n"));

    private static string ReadAll(string path)
    {
        using var reader = new StreamReader(SourceStream.Open(path));
        return reader.ReadToEnd();
    }
}
