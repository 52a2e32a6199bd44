namespace OrleansWallet.Domain.Ids;

/// <summary>The other side of an entry: a wallet, or the world outside (<c>world:cash</c>).</summary>
public readonly record struct Counterparty
{
    public const string WorldPrefix = "world:";

    /// <summary>Where money comes from and goes to when the caller names nothing else.</summary>
    public static readonly Counterparty WorldUnknown = new("world:other");

    private readonly string? _value;

    /// <exception cref="ArgumentException">Not an id.</exception>
    public Counterparty(string value) => _value = IdText.Require(value, "counterparty");

    /// <exception cref="InvalidOperationException">This is a default value.</exception>
    public string Value =>
        _value ?? throw new InvalidOperationException("a default Counterparty has no value");

    public bool IsWorld => Value.StartsWith(WorldPrefix, StringComparison.Ordinal);

    public static Counterparty Of(WalletId wallet) => new(wallet.Value);

    /// <summary>Reads a counterparty outside the grid, e.g. <c>world:nowpayments</c>.</summary>
    public static bool TryParseWorld(string? text, out Counterparty counterparty)
    {
        var valid = IdText.IsValid(text)
            && text!.Length > WorldPrefix.Length
            && text.StartsWith(WorldPrefix, StringComparison.Ordinal);
        counterparty = valid ? new Counterparty(text!) : default;
        return valid;
    }

    public override string ToString() => Value;
}
