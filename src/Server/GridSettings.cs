using OrleansWallet.Api.Hosting;
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
    /// Fees, limits and windows: <c>Trades:FeeBasisPoints</c>, <c>Trades:CommissionBasisPoints</c>,
    /// <c>Trades:PaymentWindow</c>, <c>Trades:ReleaseWindow</c>, <c>Trades:AppealWindow</c>.
    /// </summary>
    /// <exception cref="SettingException">A value is wrong.</exception>
    public static PlatformTerms ReadTerms(IConfiguration configuration)
    {
        var trades = new TradeTerms();
        var section = configuration.GetSection("Trades");
        try
        {
            return new PlatformTerms
            {
                Trades = trades with
                {
                    Fee = new(section.GetValue("FeeBasisPoints", trades.Fee.Value)),
                    Commission = new(
                        section.GetValue("CommissionBasisPoints", trades.Commission.Value)),
                    PaymentWindow = section.GetValue("PaymentWindow", trades.PaymentWindow),
                    ReleaseWindow = section.GetValue("ReleaseWindow", trades.ReleaseWindow),
                    AppealWindow = section.GetValue("AppealWindow", trades.AppealWindow),
                },
            };
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            throw new SettingException($"Trades: {e.Message}");
        }
    }
}
