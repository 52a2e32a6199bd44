using System.Text.Json;
using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Import.Rows;

/// <summary>Whose a row is, as its fields name the user.</summary>
internal sealed class UserFields
{
    private const int ObjectIdLength = 24;

    private readonly List<(string Name, JsonElement Value)> _fields = [];

    public void Add(string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Null)
        {
            _fields.Add((name, value));
        }
    }

    /// <summary>The user of the fields; without any, the row's own id where that is a user's.</summary>
    /// <param name="rowId">The row's <c>_id</c>, a compound one's user fields being added before.</param>
    /// <param name="isOneRowAUser">
    /// Whether rows hold all balances of a user: then <c>_id</c> may be the user's ObjectId. In
    /// other rows it is one that the database made.
    /// </param>
    public (string? User, RowProblem? Problem) Read(JsonElement? rowId, bool isOneRowAUser)
    {
        if (_fields.Count == 0 && rowId is { } id && MayBeUser(id, isOneRowAUser))
        {
            _fields.Add((FieldNames.Id, id));
        }

        string? user = null;
        foreach (var (name, value) in _fields)
        {
            if (ExtendedJson.ReadId(value) is not { } text)
            {
                return (user, new RowProblem(
                    RowReason.BadUserId,
                    $"{name} is {ExtendedJson.Quote(value.GetRawText())}"));
            }

            if (user is not null && user != text)
            {
                return (user, new RowProblem(
                    RowReason.AmbiguousField,
                    $"the user is {ExtendedJson.Quote(user)} and {ExtendedJson.Quote(text)}"));
            }

            user = text;
        }

        return (user, Check(user));
    }

    private static bool MayBeUser(JsonElement id, bool isOneRowAUser) =>
        isOneRowAUser
            ? ExtendedJson.ReadId(id) is not null
            : id.ValueKind == JsonValueKind.Number
                || (id.ValueKind == JsonValueKind.String && !IsObjectId(id.GetString()!));

    private static bool IsObjectId(string text) =>
        text.Length == ObjectIdLength && text.All(char.IsAsciiHexDigit);

    private static RowProblem? Check(string? user)
    {
        if (user is null)
        {
            return new RowProblem(RowReason.UserMissing, "no field names a user");
        }

        if (!WalletId.TryParse(user, out _) || WalletId.IsReserved(user))
        {
            return new RowProblem(
                RowReason.BadUserId,
                $"{ExtendedJson.Quote(user)} can't be a user of the grid");
        }

        return null;
    }
}
