using Microsoft.Extensions.Options;

namespace OrleansWallet.Providers.Prices;

/// <summary>Names wrong settings at the start.</summary>
internal sealed class PriceRules : IValidateOptions<PriceOptions>
{
    public ValidateOptionsResult Validate(string? name, PriceOptions options)
    {
        if (options.Source is not (PriceOptions.StaticSource or PriceOptions.CoinGeckoSource))
        {
            return Fail("Source is neither static nor coingecko");
        }

        if (!options.BaseUrl.IsAbsoluteUri
            || !options.BaseUrl.Scheme.StartsWith("http", StringComparison.Ordinal))
        {
            return Fail("BaseUrl is not an http address");
        }

        if (options.CacheFor < TimeSpan.Zero || options.StaleAfter <= options.CacheFor)
        {
            return Fail("StaleAfter is not longer than CacheFor");
        }

        return options.Resilience.IsValid
            ? ValidateOptionsResult.Success
            : Fail("Resilience has a value out of range");
    }

    private static ValidateOptionsResult Fail(string error) =>
        ValidateOptionsResult.Fail($"Prices: {error}");
}
