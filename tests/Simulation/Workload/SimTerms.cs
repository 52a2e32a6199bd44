using System.Collections.Immutable;
using OrleansWallet.Domain.Deposits;
using OrleansWallet.Domain.Exchange;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Trades;
using OrleansWallet.Domain.Withdrawals;

namespace OrleansWallet.Simulation.Workload;

/// <summary>The platform's terms: short windows, so that deadlines pass all the time.</summary>
internal static class SimTerms
{
    /// <summary>In minor units, a user and currency a day.</summary>
    public const int WithdrawalDayMax = 300;

    public const int WithdrawalFlatFee = 2;
    public const int WithdrawalShare = 500;
    public const int TradeFee = 1000;
    public const int SwapFee = 300;
    public const int ExpressBuyFee = 1000;
    public const int Commission = 5000;

    public static readonly PlatformTerms All = new()
    {
        Trades = new TradeTerms
        {
            Fee = new(TradeFee),
            Commission = new(Commission),
            PaymentWindow = TimeSpan.FromSeconds(8),
            ReleaseWindow = TimeSpan.FromSeconds(8),
            AppealWindow = TimeSpan.FromHours(1),
            RetryAfter = TimeSpan.FromHours(1),
        },
        Withdrawals = new WithdrawalTerms
        {
            // For BTC there is no fee.
            Default = new WithdrawalRate { DayMax = "0.000003" },
            Rates = new Dictionary<string, WithdrawalRate>
            {
                ["USD"] = new() { Flat = "0.02", Share = new(WithdrawalShare), DayMax = "3" },
            }.ToImmutableDictionary(),
            DigitsMax = 8,
            RetryAfter = TimeSpan.FromSeconds(20),
            AskAfter = TimeSpan.FromSeconds(6),
        },
        Deposits = new DepositTerms { AskAfter = TimeSpan.FromSeconds(10) },
        Exchange = new ExchangeTerms
        {
            SwapFee = new(SwapFee),
            // A spot order takes no fee.
            SpotFee = new(0),
            ExpressBuyFee = new(ExpressBuyFee),
            Commission = new(Commission),
            QuoteLifetime = TimeSpan.FromSeconds(8),
            RetryAfter = TimeSpan.FromSeconds(20),
        },
    };
}
