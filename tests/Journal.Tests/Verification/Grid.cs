using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Engines.Local;
using OrleansWallet.Grains;
using OrleansWallet.Journal.Postgres;

namespace OrleansWallet.Journal.Tests.Verification;

/// <summary>A one-process grid on a journal; every command gets a key of its own.</summary>
internal sealed class Grid : IAsyncDisposable
{
    private readonly PostgresJournal _journal;
    private readonly LocalGrains _grains;
    private readonly string _caller = Guid.NewGuid().ToString("n");
    private int _keys;

    public Grid(NpgsqlDataSource dataSource)
    {
        _journal = new PostgresJournal(
            dataSource, CurrencyRegistry.Default, new JournalOptions(), TimeProvider.System,
            NullLogger<PostgresJournal>.Instance);
        var options = new GrainOptions { DeliveryPauses = [], TransferWait = TimeSpan.FromSeconds(5) };
        _grains = new LocalGrains(
            grains => new GrainServices(
                new StalledWallet.Beside(grains), _journal, new LocalBalanceStream(),
                TimeProvider.System, options, NullLogger.Instance),
            new LocalEngineOptions(), TimeProvider.System);
    }

    public static Amount Of(string whole, string currency) =>
        Amount.Parse(whole, CurrencyRegistry.Default[currency]);

    public IWalletGrain Wallet(string id) => _grains.Wallet(new WalletId(id));

    public CommandContext Context(
        string reference, string? note = null, string? metadata = null) => new(
        NextKey(), new TransactionType("test"), new ReferenceId(reference), note, metadata);

    public CommandKey NextKey() => CommandKey.FromService(
        _caller, Interlocked.Increment(ref _keys).ToString(CultureInfo.InvariantCulture));

    public async Task<Receipt> Do(string wallet, WalletCommand command)
    {
        var answer = await Wallet(wallet).Execute(command);
        return Assert.IsType<WalletAnswer.Done>(answer).Receipt;
    }

    public Task<Receipt> Credit(string wallet, Amount amount, string reference = "in") =>
        Do(wallet, new WalletCommand.Credit(
            Context(reference), AccountKind.Spot, amount, new Counterparty("world:cash")));

    public Task<Receipt> Send(
        string wallet, string? hold, params (string To, Amount Amount)[] postings) =>
        Do(wallet, new WalletCommand.Transfer(
            Context("sent"), AccountKind.Spot, hold is null ? null : new ReferenceId(hold),
            [.. postings.Select(p => new Posting(new WalletId(p.To), p.Amount))]));

    public async Task<RefusalCode> Refuse(string wallet, WalletCommand command)
    {
        var answer = await Wallet(wallet).Execute(command);
        return Assert.IsType<WalletAnswer.Refused>(answer).Refusal.Code;
    }

    public async ValueTask DisposeAsync()
    {
        _grains.Dispose();
        await _journal.DisposeAsync();
    }
}
