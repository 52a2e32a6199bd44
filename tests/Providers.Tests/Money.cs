using OrleansWallet.Domain.Money;

namespace OrleansWallet.Providers.Tests;

/// <summary>Amounts of the default registry.</summary>
internal static class Money
{
    public static Amount Of(string text, string code) =>
        Amount.Parse(text, CurrencyRegistry.Default[code]);
}
