using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace OrleansWallet.Domain.Money;

/// <summary>The currencies that this grid knows, by code. Immutable and thread-safe.</summary>
public sealed class CurrencyRegistry
{
    private static readonly Currency[] _builtIn =
    [
        new("USD", 2, CurrencyKind.Fiat),
        new("EUR", 2, CurrencyKind.Fiat),
        new("GBP", 2, CurrencyKind.Fiat),
        new("CZK", 2, CurrencyKind.Fiat),
        new("CHF", 2, CurrencyKind.Fiat),
        new("JPY", 0, CurrencyKind.Fiat),
        new("BTC", 8, CurrencyKind.Crypto),
        new("LTC", 8, CurrencyKind.Crypto),
        new("DOGE", 8, CurrencyKind.Crypto),
        new("ETH", 18, CurrencyKind.Crypto),
        new("BNB", 18, CurrencyKind.Crypto),
        new("MATIC", 18, CurrencyKind.Crypto),
        new("AVAX", 18, CurrencyKind.Crypto),
        new("SOL", 9, CurrencyKind.Crypto),
        new("TRX", 6, CurrencyKind.Crypto),
        new("XRP", 6, CurrencyKind.Crypto),
        new("USDC", 6, CurrencyKind.Stablecoin),
        new("USDT", 6, CurrencyKind.Stablecoin),
        new("DAI", 18, CurrencyKind.Stablecoin),
    ];

    private readonly FrozenDictionary<string, Currency> _byCode;

    /// <param name="more">Currencies besides the built-in ones; the same code replaces one.</param>
    public CurrencyRegistry(IEnumerable<Currency> more)
    {
        var byCode = _builtIn.ToDictionary(c => c.Code, StringComparer.Ordinal);
        foreach (var currency in more)
        {
            byCode[currency.Code] = currency;
        }

        _byCode = byCode.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The built-in currencies alone.</summary>
    public static CurrencyRegistry Default { get; } = new([]);

    public IEnumerable<Currency> All => _byCode.Values.OrderBy(c => c.Code, StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">The code is not registered.</exception>
    public Currency this[string code] =>
        TryGet(code, out var currency)
            ? currency
            : throw new KeyNotFoundException($"currency '{code}' is not registered");

    public bool TryGet(string? code, [NotNullWhen(true)] out Currency? currency)
    {
        currency = null;
        return code is not null && _byCode.TryGetValue(code, out currency);
    }
}
