using System.Text.Json;

namespace OrleansWallet.Import.Rows;

/// <summary>The fields of an object that say the same thing, read as one.</summary>
internal sealed class FieldGroup
{
    private string? _name;

    /// <summary>Null when no field says it, or its value is null.</summary>
    public ExactDecimal? Value { get; private set; }

    public RowProblem? Problem { get; private set; }

    public void Add(string name, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Null || Problem is not null)
        {
            return;
        }

        Problem = ExtendedJson.ReadAmount(name, element, out var value);
        if (Problem is null && Value is { } other && other != value)
        {
            Problem = new RowProblem(
                RowReason.AmbiguousField, $"{_name} is {other} and {name} is {value}");
        }

        _name = name;
        Value = Problem is null ? value : null;
    }
}
