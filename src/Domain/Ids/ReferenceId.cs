namespace OrleansWallet.Domain.Ids;

/// <summary>The caller's own name for what an operation belongs to; a hold's name, too.</summary>
public readonly record struct ReferenceId
{
    /// <summary>References of the grid's own processes; no caller may use them.</summary>
    public const string ProcessPrefix = "proc:";

    private readonly string? _value;

    /// <exception cref="ArgumentException">Not an id.</exception>
    public ReferenceId(string value) => _value = IdText.Require(value, "reference id");

    /// <exception cref="InvalidOperationException">This is a default value.</exception>
    public string Value =>
        _value ?? throw new InvalidOperationException("a default ReferenceId has no value");

    /// <summary>Reads a caller's reference: an id outside the processes' own space.</summary>
    public static bool TryParse(string? text, out ReferenceId reference)
    {
        var valid = IdText.IsValid(text)
            && !text!.StartsWith(ProcessPrefix, StringComparison.Ordinal);
        reference = valid ? new ReferenceId(text!) : default;
        return valid;
    }

    public override string ToString() => Value;
}
