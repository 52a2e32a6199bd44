using Microsoft.Extensions.Logging.Abstractions;
using OrleansWallet.Domain.Money;
using OrleansWallet.Engines.Local;
using OrleansWallet.Journal;
using OrleansWallet.Journal.Postgres;
using OrleansWallet.Testing;
using static OrleansWallet.Testing.Commands;

namespace OrleansWallet.Engines.Tests.Local;

/// <summary>Which activations are dropped, and when.</summary>
public sealed class CollectionTests : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private TestDatabase _database = null!;
    private PostgresJournal _journal = null!;

    [Fact]
    public async Task Collect_WhenActivationsIdle_DropsThoseThatDidForLongEnough()
    {
        await using var engine = Engine(new LocalEngineOptions());
        var (old, recent) = (engine.Grains.Wallet(NewWallet()), engine.Grains.Wallet(NewWallet()));
        await old.Execute(Credit(Usd(1)));
        await recent.Execute(Credit(Usd(1)));
        _time.Advance(TimeSpan.FromSeconds(100));
        await recent.Execute(Credit(Usd(1)));
        Assert.Equal(2, engine.All.ActivationCount);

        // The collector looks by itself.
        _time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(1, engine.All.ActivationCount);
        Assert.Equal(2, (await recent.GetBalances()).Version);
        Assert.Equal(1, (await old.GetBalances()).Version);
    }

    [Fact]
    public async Task Collect_WhenThereAreTooMany_DropsAllThatAreNotInUse()
    {
        await using var engine = Engine(new LocalEngineOptions { ActivationsMax = 100 });
        await Task.WhenAll(Enumerable.Range(0, 300).Select(
            _ => engine.Grains.Wallet(NewWallet()).GetBalances().AsTask()));
        var inUse = NewWallet();
        Task held;
        await using (await HeldCommit.Start(_database))
        {
            held = engine.Grains.Wallet(inUse)
                .Execute(Credit(Usd(1), Context(reference: HeldCommit.Reference))).AsTask();
            await HeldCommit.Reached(_database);
            Assert.Equal(301, engine.All.ActivationCount);

            await engine.Collect();

            Assert.Equal(1, engine.All.ActivationCount);
        }

        await held;
        Assert.Equal(1, (await engine.Grains.Wallet(inUse).GetBalances()).Version);
    }

    [Fact]
    public async Task Collect_WhenThereAreNotTooMany_KeepsWhatWasUsedALittleWhileAgo()
    {
        await using var engine = Engine(new LocalEngineOptions { ActivationsMax = 100 });
        await Task.WhenAll(Enumerable.Range(0, 100).Select(
            _ => engine.Grains.Wallet(NewWallet()).GetBalances().AsTask()));

        await engine.Collect();

        Assert.Equal(100, engine.All.ActivationCount);
    }

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.Create();
        _journal = new PostgresJournal(
            _database.DataSource, CurrencyRegistry.Default, new JournalOptions(),
            TimeProvider.System, NullLogger<PostgresJournal>.Instance);
    }

    public async Task DisposeAsync()
    {
        await _journal.DisposeAsync();
        await _database.DisposeAsync();
    }

    private LocalEngine Engine(LocalEngineOptions options) => new(_journal, options, _time);
}
