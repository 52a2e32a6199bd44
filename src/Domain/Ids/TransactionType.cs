namespace OrleansWallet.Domain.Ids;

/// <summary>What an operation is for: <c>topup</c>, <c>p2p_fee</c>, or a caller's own word.</summary>
public readonly record struct TransactionType
{
    public const int LengthMax = 64;

    public static readonly TransactionType Transfer = new("transfer");
    public static readonly TransactionType Reversal = new("reversal");
    public static readonly TransactionType Adjustment = new("adjustment");

    private readonly string? _value;

    /// <exception cref="ArgumentException">Not 1 to 64 of <c>a-z 0-9 _</c>.</exception>
    public TransactionType(string value)
    {
        if (!IsValid(value))
        {
            throw new ArgumentException(
                $"a transaction type is 1 to {LengthMax} characters of a-z 0-9 _", nameof(value));
        }

        _value = value;
    }

    /// <exception cref="InvalidOperationException">This is a default value.</exception>
    public string Value =>
        _value ?? throw new InvalidOperationException("a default TransactionType has no value");

    public static bool TryParse(string? text, out TransactionType type)
    {
        var valid = IsValid(text);
        type = valid ? new TransactionType(text!) : default;
        return valid;
    }

    public override string ToString() => Value;

    private static bool IsValid(string? text) =>
        text is { Length: > 0 and <= LengthMax }
        && text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_');
}
