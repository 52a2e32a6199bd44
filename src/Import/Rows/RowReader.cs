using System.Text.Json;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Import.Sources;

namespace OrleansWallet.Import.Rows;

/// <summary>Reads old rows, whichever of their shapes they have.</summary>
/// <param name="collection">Where the rows are from.</param>
/// <param name="currencies">As the grid has them.</param>
/// <param name="meaning">Of a lone balance beside a locked amount.</param>
/// <param name="ignored">Hears of the fields that say nothing here.</param>
internal sealed class RowReader(
    OldCollection collection, CurrencyRegistry currencies, BalanceMeaning meaning,
    FieldTally ignored)
{
    /// <param name="row">An object.</param>
    public RowReading Read(JsonElement row)
    {
        var (user, currency, amounts) =
            (new UserFields(), new CurrencyFields(currencies), new AmountFields());
        JsonElement? id = null;
        JsonElement? nested = null;
        foreach (var field in row.EnumerateObject())
        {
            switch (FieldNames.RoleOf(field.Name, collection))
            {
                case FieldRole.Id:
                    id = field.Value;
                    ReadCompoundId(field.Value, user, currency);
                    break;
                case FieldRole.User:
                    user.Add(field.Name, field.Value);
                    break;
                case FieldRole.Nested when field.Value.ValueKind != JsonValueKind.Null:
                    nested = field.Value;
                    break;
                default:
                    ReadField(field, "", currency, amounts);
                    break;
            }
        }

        var (userId, problem) = user.Read(id, nested is not null);
        return new RowReading(
            userId, problem, id?.GetRawText(),
            nested is { } balances
                ? ReadNested(balances, amounts)
                : ReadParts(null, null, currency, amounts));
    }

    private void ReadCompoundId(JsonElement id, UserFields user, CurrencyFields currency)
    {
        if (id.ValueKind != JsonValueKind.Object || ExtendedJson.IsWrapped(id))
        {
            return;
        }

        foreach (var field in id.EnumerateObject())
        {
            switch (FieldNames.RoleOf(field.Name, collection))
            {
                case FieldRole.User:
                    user.Add(field.Name, field.Value);
                    break;
                case FieldRole.Currency:
                    currency.Add(field.Name, field.Value);
                    break;
            }
        }
    }

    private void ReadField(
        JsonProperty field, string prefix, CurrencyFields currency, AmountFields amounts)
    {
        var role = FieldNames.RoleOf(field.Name, collection);
        switch (role)
        {
            case FieldRole.Unknown or FieldRole.Id or FieldRole.User or FieldRole.Nested:
                ignored.Add(prefix + ExtendedJson.Quote(field.Name));
                break;
            case FieldRole.Currency:
                currency.Add(field.Name, field.Value);
                break;
            default:
                amounts.Add(role, field.Name, field.Value);
                break;
        }
    }

    private List<PartReading> ReadNested(JsonElement balances, AmountFields beside)
    {
        if (beside.HasMoney)
        {
            return [Fail("balances", new RowProblem(
                RowReason.AmbiguousField, "the row holds amounts beside its balances"))];
        }

        var parts = new List<PartReading>();
        switch (balances.ValueKind)
        {
            case JsonValueKind.Object when !ExtendedJson.IsWrapped(balances):
                foreach (var field in balances.EnumerateObject())
                {
                    parts.AddRange(ReadItem(
                        $"balances.{ExtendedJson.Quote(field.Name)}", field.Name, field.Value));
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in balances.EnumerateArray())
                {
                    parts.AddRange(ReadItem($"balances[{parts.Count}]", null, item));
                }

                break;
            default:
                parts.Add(Fail("balances", new RowProblem(
                    RowReason.AmountMissing, "balances is neither a map nor an array")));
                break;
        }

        return parts;
    }

    private List<PartReading> ReadItem(string path, string? key, JsonElement item)
    {
        var (currency, amounts) = (new CurrencyFields(currencies), new AmountFields());
        if (item.ValueKind == JsonValueKind.Object && !ExtendedJson.IsWrapped(item))
        {
            foreach (var field in item.EnumerateObject())
            {
                ReadField(field, "balances.*.", currency, amounts);
            }
        }
        else if (key is not null)
        {
            amounts.Add(FieldRole.Balance, path, item);
        }
        else
        {
            return [Fail(path, new RowProblem(
                RowReason.NotAnObject, $"{path} is no object"))];
        }

        return ReadParts(path, key, currency, amounts);
    }

    private List<PartReading> ReadParts(
        string? path, string? key, CurrencyFields fields, AmountFields amounts)
    {
        var (text, currency, problem) = fields.Read(key);
        var reading = amounts.Read(meaning, currency);
        var part = new PartReading
        {
            Path = path,
            CurrencyText = text,
            Currency = currency,
            Account = collection.Account(),
            Amounts = reading,
            Problem = problem ?? reading.Problem,
        };
        if (amounts.Savings is null && amounts.SavingsProblem is null)
        {
            return [part];
        }

        var savings = amounts.SavingsProblem is { } wrong
            ? new AmountReading(wrong)
            : new AmountReading(amounts.Savings!.Value, default);
        return
        [
            part,
            part with
            {
                Path = path is null ? "savings" : $"{path}.savings",
                Account = AccountKind.Savings,
                Amounts = savings,
                Problem = problem ?? savings.Problem,
            },
        ];
    }

    private PartReading Fail(string path, RowProblem problem) => new()
    {
        Path = path,
        Account = collection.Account(),
        Problem = problem,
    };
}
