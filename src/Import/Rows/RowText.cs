using System.Text;
using System.Text.Json;

namespace OrleansWallet.Import.Rows;

/// <summary>Parses one row's text.</summary>
internal static class RowText
{
    private const int QuoteBytesMax = 80;

    /// <returns>A document to dispose of; null when there is a problem.</returns>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> json, out RowProblem? problem)
    {
        problem = null;
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json);
        }
        catch (JsonException first)
        {
            if (TryParse(BareNumbers.Quote(json.Span)) is not { } repaired)
            {
                problem = new RowProblem(
                    RowReason.MalformedJson, $"{first.Message} Begins: {Begin(json.Span)}");
                return null;
            }

            document = repaired;
        }

        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            return document;
        }

        document.Dispose();
        problem = new RowProblem(RowReason.NotAnObject, $"the row is {Begin(json.Span)}");
        return null;
    }

    private static JsonDocument? TryParse(byte[]? json)
    {
        try
        {
            return json is null ? null : JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Begin(ReadOnlySpan<byte> json) =>
        Encoding.UTF8.GetString(json[..Math.Min(json.Length, QuoteBytesMax)]);
}
