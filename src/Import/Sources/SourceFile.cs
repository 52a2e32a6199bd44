namespace OrleansWallet.Import.Sources;

/// <summary>One collection's export: a JSON array or one object a line, plain or gzipped.</summary>
public sealed record SourceFile(OldCollection Collection, string Path)
{
    public string Name => System.IO.Path.GetFileName(Path);
}
