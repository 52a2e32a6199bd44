using System.Globalization;
using System.Runtime.CompilerServices;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Prices;
using OrleansWallet.Providers;
using OrleansWallet.Providers.Prices;
using PriceSheet = OrleansWallet.Domain.Prices.PriceSheet;

namespace OrleansWallet.Server.Payments;

/// <summary>The prices of the configured source.</summary>
internal sealed class SourcePrices(IPriceSource source, CurrencyRegistry currencies) : IPrices
{
    private readonly string[] _codes = [.. currencies.All.Select(c => c.Code)];

    // Read once, as long as the source tells the same ones.
    private readonly ConditionalWeakTable<Providers.Prices.PriceSheet, PriceSheet> _read = [];

    public async ValueTask<PriceSheet?> Get(
        string quote, CancellationToken cancellationToken = default)
    {
        var answer = await source.GetPrices(quote, _codes, cancellationToken);
        return answer is ProviderResult<Providers.Prices.PriceSheet>.Done { Value: var sheet }
            ? _read.GetValue(sheet, Read)
            : null;
    }

    private static PriceSheet Read(Providers.Prices.PriceSheet sheet) => new(
        sheet.Quote,
        sheet.Prices.ToDictionary(
            p => p.Key,
            p => new Domain.Prices.Price(
                Rate.Parse(p.Value.Value.ToString(CultureInfo.InvariantCulture)),
                p.Value.IsStale)),
        sheet.AsOf, sheet.Source);
}
