using OrleansWallet.Api.Hosting;
using OrleansWallet.Domain.Exchange;
using OrleansWallet.Domain.Fees;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Trades;

namespace OrleansWallet.Server;

/// <summary>Reads the grid's own settings.</summary>
internal static class GridSettings
{
    private const string CurrenciesSection = "Grid:Currencies";

    /// <summary>The options of a section; defaults where it says nothing.</summary>
    /// <exception cref="SettingException">A value can't be read.</exception>
    public static T Read<T>(IConfiguration configuration, string section)
        where T : class, new()
    {
        try
        {
            return configuration.GetSection(section).Get<T>() ?? new T();
        }
        catch (InvalidOperationException e)
        {
            throw new SettingException($"{section}: {e.Message}");
        }
    }

    /// <summary>The built-in currencies and those of <c>Grid:Currencies:CODE:Scale</c>, <c>:Kind</c>.
    /// </summary>
    /// <exception cref="SettingException">A currency is wrong.</exception>
    public static CurrencyRegistry ReadCurrencies(IConfiguration configuration)
    {
        var more = new List<Currency>();
        foreach (var section in configuration.GetSection(CurrenciesSection).GetChildren())
        {
            try
            {
                more.Add(new Currency(
                    section.Key,
                    section.GetValue<int>("Scale"),
                    section.GetValue("Kind", CurrencyKind.Crypto)));
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException)
            {
                throw new SettingException($"{section.Path}: {e.Message}");
            }
        }

        return new CurrencyRegistry(more);
    }

    /// <summary>
    /// Fees and windows: <c>Trades:FeeBasisPoints</c>, <c>:CommissionBasisPoints</c>,
    /// <c>:PaymentWindow</c>, <c>:ReleaseWindow</c>, <c>:AppealWindow</c>;
    /// <c>Exchange:SwapFeeBasisPoints</c>, <c>:SpotFeeBasisPoints</c>,
    /// <c>:ExpressBuyFeeBasisPoints</c>, <c>:CommissionBasisPoints</c>, <c>:QuoteLifetime</c>.
    /// </summary>
    /// <exception cref="SettingException">A value is wrong.</exception>
    public static PlatformTerms ReadTerms(IConfiguration configuration) => new()
    {
        Trades = ReadTerms(configuration, "Trades", section => ReadTrades(section, new())),
        Exchange = ReadTerms(configuration, "Exchange", section => ReadExchange(section, new())),
    };

    private static TradeTerms ReadTrades(IConfigurationSection section, TradeTerms terms) =>
        terms with
        {
            Fee = ReadShare(section, "FeeBasisPoints", terms.Fee),
            Commission = ReadShare(section, "CommissionBasisPoints", terms.Commission),
            PaymentWindow = section.GetValue("PaymentWindow", terms.PaymentWindow),
            ReleaseWindow = section.GetValue("ReleaseWindow", terms.ReleaseWindow),
            AppealWindow = section.GetValue("AppealWindow", terms.AppealWindow),
        };

    private static ExchangeTerms ReadExchange(IConfigurationSection section, ExchangeTerms terms) =>
        terms with
        {
            SwapFee = ReadShare(section, "SwapFeeBasisPoints", terms.SwapFee),
            SpotFee = ReadShare(section, "SpotFeeBasisPoints", terms.SpotFee),
            ExpressBuyFee = ReadShare(section, "ExpressBuyFeeBasisPoints", terms.ExpressBuyFee),
            Commission = ReadShare(section, "CommissionBasisPoints", terms.Commission),
            QuoteLifetime = section.GetValue("QuoteLifetime", terms.QuoteLifetime),
        };

    private static BasisPoints ReadShare(
        IConfigurationSection section, string key, BasisPoints share) =>
        new(section.GetValue(key, share.Value));

    private static T ReadTerms<T>(
        IConfiguration configuration, string name, Func<IConfigurationSection, T> read)
    {
        try
        {
            return read(configuration.GetSection(name));
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            throw new SettingException($"{name}: {e.Message}");
        }
    }
}
