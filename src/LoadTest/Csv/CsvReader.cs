using System.Text;

namespace OrleansWallet.LoadTest.Csv;

/// <summary>
/// Reads comma-separated records (RFC 4180): quoted fields may hold commas, doubled quotes and
/// line breaks; lines end with LF or CRLF. Blank lines are skipped.
/// </summary>
/// <remarks>The list of fields that is given out is used again for the next record.</remarks>
internal sealed class CsvReader(TextReader text)
{
    private readonly List<string> _fields = [];
    private readonly StringBuilder _field = new();
    private int _linesRead;

    /// <summary>The line at which the last record began, from 1.</summary>
    public int Line { get; private set; }

    /// <returns>The next record's fields, or null at the end.</returns>
    /// <exception cref="FormatException">A quoted field is malformed or never ends.</exception>
    public IReadOnlyList<string>? Read()
    {
        string? line;
        do
        {
            line = NextLine();
        }
        while (line is { Length: 0 });

        if (line is null)
        {
            return null;
        }

        Line = _linesRead;
        _fields.Clear();
        Split(line);
        return _fields;
    }

    private void Split(string line)
    {
        var at = 0;
        while (true)
        {
            at = at < line.Length && line[at] == '"'
                ? Quoted(ref line, at + 1)
                : Plain(line, at);
            if (at >= line.Length)
            {
                return;
            }

            at++;
            if (at == line.Length)
            {
                _fields.Add(string.Empty);
                return;
            }
        }
    }

    private int Plain(string line, int at)
    {
        var comma = line.IndexOf(',', at);
        var end = comma < 0 ? line.Length : comma;
        _fields.Add(line[at..end]);
        return end;
    }

    private int Quoted(ref string line, int at)
    {
        _field.Clear();
        while (true)
        {
            var quote = line.IndexOf('"', at);
            if (quote < 0)
            {
                _field.Append(line, at, line.Length - at).Append('\n');
                line = NextLine() ?? throw Malformed("a quoted field never ends");
                at = 0;
                continue;
            }

            _field.Append(line, at, quote - at);
            at = quote + 1;
            if (at >= line.Length || line[at] == ',')
            {
                _fields.Add(_field.ToString());
                return at;
            }

            if (line[at] != '"')
            {
                throw Malformed("text follows a closing quote");
            }

            _field.Append('"');
            at++;
        }
    }

    private string? NextLine()
    {
        var line = text.ReadLine();
        _linesRead += line is null ? 0 : 1;
        return line;
    }

    private FormatException Malformed(string why) => new($"line {_linesRead}: {why}");
}
