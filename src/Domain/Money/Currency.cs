using System.Diagnostics.CodeAnalysis;

namespace OrleansWallet.Domain.Money;

/// <summary>A currency: its code, and how many decimal digits its minor unit has.</summary>
/// <remarks>Two currencies are the same when code and scale are. Immutable.</remarks>
public sealed class Currency : IEquatable<Currency>
{
    /// <summary>The largest scale that leaves room for whole units in <see cref="Int128"/>.</summary>
    public const int ScaleMax = 18;

    /// <param name="code">2 to 12 upper-case letters or digits, e.g. <c>BTC</c>.</param>
    /// <param name="scale">Decimal digits of the minor unit, 0 to <see cref="ScaleMax"/>.</param>
    /// <param name="kind">What it is.</param>
    /// <exception cref="ArgumentException">Code or scale is out of range.</exception>
    public Currency(string code, int scale, CurrencyKind kind)
    {
        if (!IsCode(code))
        {
            throw new ArgumentException($"'{code}' is not a currency code", nameof(code));
        }

        if (scale is < 0 or > ScaleMax)
        {
            throw new ArgumentException($"scale {scale} is not 0 to {ScaleMax}", nameof(scale));
        }

        Code = code;
        Scale = scale;
        Kind = kind;
    }

    public string Code { get; }

    /// <summary>Decimal digits of the minor unit.</summary>
    public int Scale { get; }

    public CurrencyKind Kind { get; }

    public static bool IsCode([NotNullWhen(true)] string? code) =>
        code is { Length: >= 2 and <= 12 }
        && code.All(c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9'));

    public bool Equals(Currency? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Scale == other.Scale && Code == other.Code);

    public override bool Equals(object? obj) => Equals(obj as Currency);

    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Code;
}
