using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using OrleansWallet.Api.Hosting;
using OrleansWallet.Domain.Fees;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Withdrawals;

namespace OrleansWallet.Api.Withdrawals;

/// <summary>
/// The terms of withdrawals, address books and deposits: <c>Withdrawals:Default</c> and
/// <c>Withdrawals:Currencies:CODE</c> with <c>Flat</c>, <c>BasisPoints</c>, <c>Min</c>,
/// <c>Max</c>, <c>DayMax</c>, <c>MonthMax</c>; <c>Withdrawals:RequireAddressBook</c>,
/// <c>:DigitsMax</c>, <c>:RetryAfter</c>, <c>:AskAfter</c>; <c>Addresses:WaitingTime</c>;
/// <c>Deposits:CreditWhenConfirmed</c>, <c>:AskAfter</c>. A currency's own rate replaces the default as a whole.
/// </summary>
public static class WithdrawalSettings
{
    private const string Section = "Withdrawals";

    /// <summary>The terms with what is configured.</summary>
    /// <exception cref="SettingException">A setting is wrong.</exception>
    public static PlatformTerms Apply(
        PlatformTerms terms, IConfiguration configuration, CurrencyRegistry currencies)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(currencies);
        try
        {
            var section = configuration.GetSection(Section);
            return terms with
            {
                Withdrawals = ReadTerms(section, terms.Withdrawals, currencies),
                AddressBooks = terms.AddressBooks with
                {
                    WaitingTime = configuration.GetValue(
                        "Addresses:WaitingTime", terms.AddressBooks.WaitingTime),
                },
                Deposits = terms.Deposits with
                {
                    CreditWhenConfirmed = configuration.GetValue(
                        "Deposits:CreditWhenConfirmed", terms.Deposits.CreditWhenConfirmed),
                    AskAfter = configuration.GetValue(
                        "Deposits:AskAfter", terms.Deposits.AskAfter),
                },
            };
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException
            or ArgumentException)
        {
            throw new SettingException($"{Section}, Addresses or Deposits: {e.Message}", e);
        }
    }

    private static WithdrawalTerms ReadTerms(
        IConfigurationSection section, WithdrawalTerms terms, CurrencyRegistry currencies)
    {
        var rates = section.GetSection("Currencies").GetChildren().ToImmutableDictionary(
            s => s.Key, s => ReadRate(s, terms.Default, [Find(currencies, s.Key)]));
        return terms with
        {
            Default = ReadRate(section.GetSection("Default"), terms.Default, currencies.All),
            Rates = terms.Rates.SetItems(rates),
            RequireAddressBook = section.GetValue("RequireAddressBook", terms.RequireAddressBook),
            DigitsMax = section.GetValue("DigitsMax", terms.DigitsMax),
            RetryAfter = section.GetValue("RetryAfter", terms.RetryAfter),
            AskAfter = section.GetValue("AskAfter", terms.AskAfter),
        };
    }

    private static Currency Find(CurrencyRegistry currencies, string code) =>
        currencies.TryGet(code, out var currency)
            ? currency
            : throw new FormatException($"'{code}' is not a known currency");

    private static WithdrawalRate ReadRate(
        IConfigurationSection section, WithdrawalRate rate, IEnumerable<Currency> currencies)
    {
        if (!section.Exists())
        {
            return rate;
        }

        var read = new WithdrawalRate
        {
            Flat = section["Flat"] ?? rate.Flat,
            Share = new BasisPoints(section.GetValue("BasisPoints", rate.Share.Value)),
            Min = section["Min"],
            Max = section["Max"],
            DayMax = section["DayMax"],
            MonthMax = section["MonthMax"],
        };
        foreach (var currency in currencies)
        {
            foreach (var text in new[] { read.Flat, read.Min, read.Max, read.DayMax, read.MonthMax })
            {
                _ = WithdrawalTerms.Read(text, currency);
            }
        }

        return read;
    }
}
