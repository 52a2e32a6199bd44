using System.Buffers.Text;
using System.Globalization;
using System.Text;
using OrleansWallet.Api.Json;

namespace OrleansWallet.Api.Processes;

/// <summary><c>limit</c> and <c>cursor</c> of a list whose items have rising numbers.</summary>
internal readonly record struct PageRequest(int Limit, long? BeforeNo)
{
    public const int LimitDefault = 50;
    public const int LimitMax = 500;

    public static PageRequest Read(
        string? limit, string? cursor, FieldErrors errors, string cursorField = "cursor")
    {
        var size = LimitDefault;
        if (limit is not null
            && (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out size)
                || size is < 1 or > LimitMax))
        {
            errors.Add("limit", $"must be 1 to {LimitMax}");
        }

        return new PageRequest(size, ReadCursor(cursor, errors, cursorField));
    }

    /// <summary>The cursor that goes on after the item of this number.</summary>
    public static string Cursor(long no) => Base64Url.EncodeToString(
        Encoding.ASCII.GetBytes(no.ToString(CultureInfo.InvariantCulture)));

    private static long? ReadCursor(string? cursor, FieldErrors errors, string field)
    {
        if (cursor is null)
        {
            return null;
        }

        if (cursor.Length <= 40 && Base64Url.IsValid(cursor)
            && long.TryParse(
                Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor)), NumberStyles.None,
                CultureInfo.InvariantCulture, out var no))
        {
            return no;
        }

        errors.Add(field, "is not a cursor of this list");
        return null;
    }
}
