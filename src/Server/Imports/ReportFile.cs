namespace OrleansWallet.Server.Imports;

/// <summary>A report that stands in its place only when it is whole.</summary>
internal sealed class ReportFile : IAsyncDisposable
{
    private readonly string? _path;
    private readonly FileStream? _part;

    private ReportFile(string? path)
    {
        _path = path;
        _part = path is null ? null : new FileStream(PartOf(path), FileMode.Create);
    }

    /// <param name="path">Null for none.</param>
    /// <exception cref="IOException">It can't be written there.</exception>
    public static ReportFile Create(string? path)
    {
        try
        {
            return new ReportFile(path);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException(e.Message, e);
        }
    }

    public async Task Complete(Action<Stream> write)
    {
        if (_part is not null)
        {
            write(_part);
            await _part.DisposeAsync();
            File.Move(PartOf(_path!), _path!, overwrite: true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_part is not null)
        {
            await _part.DisposeAsync();
            File.Delete(PartOf(_path!));
        }
    }

    private static string PartOf(string path) => path + ".part";
}
