using System.Text.Json;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Import.Rows;

/// <summary>The currency of a balance, as its fields name it.</summary>
internal sealed class CurrencyFields(CurrencyRegistry currencies)
{
    private readonly List<(string Name, JsonElement Value)> _fields = [];

    public void Add(string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Null)
        {
            _fields.Add((FieldNames.Normalize(name), value));
        }
    }

    /// <summary>The first name in order; a second one may not be another known currency.</summary>
    /// <param name="key">The name by which a map has the balance; goes before all fields.</param>
    public (string? Text, Currency? Currency, RowProblem? Problem) Read(string? key = null)
    {
        var texts = _fields
            .OrderBy(f => IndexOf(f.Name))
            .Select(f => Text(f.Value))
            .Prepend(key?.Trim().ToUpperInvariant())
            .OfType<string>()
            .ToArray();
        if (texts.Length == 0)
        {
            var why = _fields.Count == 0 ? "no field names a currency" : "the currency is no text";
            return (null, null, new RowProblem(RowReason.CurrencyMissing, why));
        }

        var text = texts[0];
        if (texts.FirstOrDefault(t => t != text && currencies.TryGet(t, out _)) is { } other)
        {
            return (text, null, new RowProblem(
                RowReason.AmbiguousField,
                $"the currency is {ExtendedJson.Quote(text)} and {other}"));
        }

        return currencies.TryGet(text, out var currency)
            ? (text, currency, null)
            : (text, null, new RowProblem(
                RowReason.UnknownCurrency,
                $"the grid has no currency {ExtendedJson.Quote(text)}"));
    }

    private static string? Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString()!.Trim() is { Length: > 0 } text
            ? text.ToUpperInvariant()
            : null;

    private static int IndexOf(string name)
    {
        for (var at = 0; at < FieldNames.CurrencyOrder.Count; at++)
        {
            if (FieldNames.CurrencyOrder[at] == name)
            {
                return at;
            }
        }

        return FieldNames.CurrencyOrder.Count;
    }
}
