namespace OrleansWallet.Import.Reports;

/// <summary>Where something stands in the exports.</summary>
/// <param name="Line">From 1, in a file of one object a line.</param>
/// <param name="Index">From 0, in a JSON array.</param>
/// <param name="Path">Which balance of the row; null for the row itself.</param>
public sealed record RowPlace(
    string Collection, string File, long? Line, long? Index, string? Path)
{
    public override string ToString()
    {
        var at = Line is { } line ? $"line {line}" : $"element {Index}";
        return Path is null ? $"{File}, {at}" : $"{File}, {at}, {Path}";
    }
}
