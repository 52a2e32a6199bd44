using System.Text;
using System.Text.Json;

namespace OrleansWallet.Import.Reports;

/// <summary>
/// Rows for the report: the first ones in memory, all of them in a temporary file that is gone
/// when this is disposed of or the process ends. Thread-safe for adding.
/// </summary>
public sealed class RowLog<T> : IDisposable
{
    private const int FirstMax = 20;

    private readonly List<T> _first = [];
    private readonly Lock _lock = new();
    private FileStream? _file;

    public long Count { get; private set; }

    /// <summary>The first of them, for people.</summary>
    public IReadOnlyList<T> First => _first;

    public void Dispose() => _file?.Dispose();

    internal void Add(T row)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(row, ReportJsonOptions.Row);
        lock (_lock)
        {
            _file ??= new FileStream(
                Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
                FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16,
                FileOptions.DeleteOnClose);
            _file.Write(json);
            _file.WriteByte((byte)'\n');
            Count++;
            if (_first.Count < FirstMax)
            {
                _first.Add(row);
            }
        }
    }

    /// <summary>Writes all of them as an array.</summary>
    internal void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        if (_file is not null)
        {
            _file.Flush();
            _file.Position = 0;
            using var reader = new StreamReader(_file, Encoding.UTF8, leaveOpen: true);
            while (reader.ReadLine() is { } line)
            {
                writer.WriteRawValue(line);
                writer.Flush();
            }

            _file.Seek(0, SeekOrigin.End);
        }

        writer.WriteEndArray();
    }
}
