namespace OrleansWallet.Domain.Ids;

/// <summary>A wallet's id: the user's id, or a system wallet's such as <c>platform:fees</c>.</summary>
public readonly record struct WalletId
{
    public static readonly WalletId PlatformFees = new("platform:fees");
    public static readonly WalletId PlatformLiquidity = new("platform:liquidity");

    private readonly string? _value;

    /// <exception cref="ArgumentException">Not an id, or one of the world outside the grid.</exception>
    public WalletId(string value)
    {
        _value = IdText.Require(value, "wallet id");
        if (value.StartsWith(Counterparty.WorldPrefix, StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{value}' is outside the grid", nameof(value));
        }
    }

    /// <exception cref="InvalidOperationException">This is a default value.</exception>
    public string Value =>
        _value ?? throw new InvalidOperationException("a default WalletId has no value");

    /// <summary>True for the grid's own wallets, which no user can register as.</summary>
    public bool IsSystem => IsReserved(Value);

    /// <summary>True when a user can't have this id.</summary>
    public static bool IsReserved(string id) =>
        id.StartsWith("platform:", StringComparison.Ordinal)
        || id.StartsWith("bank:", StringComparison.Ordinal)
        || id.StartsWith(Counterparty.WorldPrefix, StringComparison.Ordinal);

    public static bool TryParse(string? text, out WalletId id)
    {
        var valid = IdText.IsValid(text)
            && !text!.StartsWith(Counterparty.WorldPrefix, StringComparison.Ordinal);
        id = valid ? new WalletId(text!) : default;
        return valid;
    }

    public override string ToString() => Value;
}
