using Microsoft.Extensions.Logging;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Exchange;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Grains.Tests.Hand;
using OrleansWallet.Journal.Processes;
using OrleansWallet.Testing;

namespace OrleansWallet.Grains.Tests.Processes;

/// <summary>A process whose step a wallet refuses waits, and says so.</summary>
public sealed class RefusedStepTests
{
    private static readonly ProcessId _id = new(ProcessKind.Order, "or-1");
    private static readonly Currency _usd = CurrencyRegistry.Default["USD"];

    private readonly ManualTime _time = new();
    private readonly OneProcess _journal = new();
    private readonly LogLines _log = new();

    [Fact]
    public async Task Resume_WhenTheUsersWalletTakesNothingBack_WarnsAtTry1248()
    {
        _journal.Row = new ProcessRow(_id, 7, _journal.Json.Write(Returning()));
        var wallets = new AnyWallet { Answer = AnyWallet.Done(ReceiptStatus.Returned) };
        var grain = _journal.Grain(_id, wallets, _time, _log);

        for (var i = 0; i < 9; i++)
        {
            await grain.Resume();
            _time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(
            [1, 2, 4, 8],
            _log.Warnings.Select(line => int.Parse(
                line.Split("at try ")[1].Split(';')[0],
                System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(_log.Warnings, line => Assert.StartsWith("[2009] Order or-1 waits in returning", line));
    }

    private OrderState Returning() => new()
    {
        Id = _id,
        CreatedAt = _time.GetUtcNow(),
        Status = OrderStatus.Returning,
        Type = OrderType.Swap,
        User = new WalletId("alice"),
        From = new Amount(100, _usd),
        To = new Amount(1, CurrencyRegistry.Default["BTC"]),
        Fee = Amount.Zero(_usd),
        Rate = "0.00000001",
        Reserved = true,
    };

    private sealed class LogLines : ILogger
    {
        public List<string> Warnings { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Warning)
            {
                Warnings.Add($"[{eventId.Id}] {formatter(state, exception)}");
            }
        }
    }
}
