using System.Buffers.Text;
using System.Text.Json;

namespace OrleansWallet.Api.Wallets.Reads;

/// <summary>Cursors: a query with its place, as opaque text. They carry no authority.</summary>
internal static class Cursor
{
    private const int LengthMax = 4096;

    public static string Write(TransactionQuery query) =>
        Base64Url.EncodeToString(
            JsonSerializer.SerializeToUtf8Bytes(query, CursorJson.Default.TransactionQuery));

    public static bool TryRead(string text, out TransactionQuery query)
    {
        query = null!;
        if (text.Length > LengthMax || !Base64Url.IsValid(text))
        {
            return false;
        }

        try
        {
            query = JsonSerializer.Deserialize(
                Base64Url.DecodeFromChars(text), CursorJson.Default.TransactionQuery)!;
        }
        catch (JsonException)
        {
            return false;
        }

        // Exactly one direction; a place before the first or after the last is simply empty.
        return query is not null && query.Before is null != query.After is null;
    }
}
