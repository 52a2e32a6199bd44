using Microsoft.Extensions.Logging.Abstractions;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Journal;
using OrleansWallet.Journal.Postgres;
using OrleansWallet.Testing;
using static OrleansWallet.Testing.Commands;
using static OrleansWallet.Testing.Wait;

namespace OrleansWallet.Engines.Tests;

/// <summary>What the grains ask of any engine; each engine's tests derive from this.</summary>
public abstract class EngineContract : IAsyncLifetime
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private PostgresJournal _journal = null!;

    protected TestDatabase Database { get; private set; } = null!;

    private protected ProbeJournal Journal { get; private set; } = null!;

    protected IEngine Engine { get; private set; } = null!;

    protected abstract Task<IEngine> Create(IJournal journal);

    [Fact]
    public async Task Turns_WhenManyCallsComeAtOnce_NeverOverlap()
    {
        var ids = Enumerable.Range(0, 3).Select(_ => NewWallet()).ToList();

        await Task.WhenAll(Enumerable.Range(0, 12).Select(worker => Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                var wallet = Engine.Grains.Wallet(ids[(worker + i) % ids.Count]);
                Assert.IsType<WalletAnswer.Done>(await wallet.Execute(Credit(Usd(1))));
                _ = i % 10 == 0 ? await wallet.GetBalances() : null;
            }
        }))).WaitAsync(_patience);

        Assert.Equal(0, Journal.Overlaps);
        foreach (var id in ids)
        {
            Assert.Equal(400, await Available(id));
            Assert.Equal(1, Journal.OpenCount(id));
        }
    }

    [Fact]
    public async Task Turns_WhenACallAwaitsItsCommit_LetOthersBetween()
    {
        var id = NewWallet();
        var wallet = Engine.Grains.Wallet(id);
        await wallet.Execute(Credit(Usd(1)));
        Task<WalletAnswer> held, next;
        await using (await HeldCommit.Start(Database))
        {
            held = wallet.Execute(Credit(Usd(5), Context(reference: HeldCommit.Reference))).AsTask();
            await HeldCommit.Reached(Database);
            next = Engine.Grains.Wallet(id).Execute(Credit(Usd(7))).AsTask();

            Assert.Equal(1, await Available(id));
            await Until(() => Journal.AppendCount(id) == 3);
            Assert.False(held.IsCompleted || next.IsCompleted);
        }

        await Task.WhenAll(held, next).WaitAsync(_patience);
        Assert.Equal(13, await Available(id));
    }

    [Fact]
    public async Task Wallet_WhenItWasCollected_ComesBackWithItsState()
    {
        var id = NewWallet();
        var key = Key();
        var before = Engine.Grains.Wallet(id);
        await before.Execute(Credit(Usd(5), Context(key)));

        await Engine.Collect();
        await before.Execute(Credit(Usd(7)));
        await Engine.Collect();

        Assert.Equal(12, await Available(id));
        Assert.True(Assert.IsType<WalletAnswer.Done>(
            await before.Execute(Credit(Usd(5), Context(key)))).Replayed);
        Assert.Equal(3, Journal.OpenCount(id));
    }

    [Fact]
    public async Task Wallet_WhenCallsRaceWithCollection_AllAreAnswered()
    {
        var ids = Enumerable.Range(0, 4).Select(_ => NewWallet()).ToList();
        using var end = new CancellationTokenSource();
        var collecting = Task.Run(async () =>
        {
            while (!end.IsCancellationRequested)
            {
                await Engine.Collect();
            }
        });

        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                Assert.IsType<WalletAnswer.Done>(
                    await Engine.Grains.Wallet(ids[(worker + i) % 4]).Execute(Credit(Usd(1))));
            }
        }))).WaitAsync(_patience);

        await end.CancelAsync();
        await collecting;
        Assert.Equal(0, Journal.Overlaps);
        foreach (var id in ids)
        {
            Assert.Equal(200, await Available(id));
        }

        await JournalAudit.Check(Database, _journal);
    }

    [Fact]
    public async Task Wallet_WhenWalletsCallEachOther_NoneWaitsForEver()
    {
        var ids = Enumerable.Range(0, 6).Select(_ => NewWallet()).ToList();
        await Task.WhenAll(ids.Select(
            id => Engine.Grains.Wallet(id).Execute(Credit(Usd(1_000))).AsTask()));

        var answers = await Task.WhenAll(Enumerable.Range(0, 120).Select(i => Engine.Grains
            .Wallet(ids[i % 6])
            .Execute(Transfer(ids[(i + 1 + (i / 6 % 5)) % 6], Usd(3))).AsTask())).WaitAsync(_patience);

        Assert.All(answers, a => Assert.Equal(
            ReceiptStatus.Completed, Assert.IsType<WalletAnswer.Done>(a).Receipt.Status));
        Int128 sum = 0;
        foreach (var id in ids)
        {
            sum += await Available(id);
        }

        Assert.Equal(6_000, sum);
    }

    [Fact]
    public async Task Wallet_WhenAGrainThrows_TheCallerGetsIt()
    {
        var wallet = Engine.Grains.Wallet(NewWallet());

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            async () => await wallet.ExecuteAll([]));
        Journal.IsAway = true;
        await Assert.ThrowsAsync<WalletUnavailableException>(
            async () => await wallet.GetBalances());
        Assert.IsType<WalletAnswer.NotAccepted>(await wallet.Execute(Credit(Usd(1))));
        Journal.IsAway = false;

        Assert.IsType<WalletAnswer.Done>(await wallet.Execute(Credit(Usd(1))));
    }

    [Fact]
    public async Task Wallet_WhenTheCallerGivesUp_StopsWaitingOnly()
    {
        var id = NewWallet();
        using var giveUp = new CancellationTokenSource();
        Task<WalletAnswer> held;
        await using (await HeldCommit.Start(Database))
        {
            held = Engine.Grains.Wallet(id).Execute(
                Credit(Usd(5), Context(reference: HeldCommit.Reference)), giveUp.Token).AsTask();
            await HeldCommit.Reached(Database);
            await giveUp.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => held.WaitAsync(_patience));
        }

        await Until(async () => await Available(id) == 5);
    }

    [Fact]
    public async Task Stream_WhenSomebodySubscribed_GivesEveryChangeInOrder()
    {
        var (id, other) = (NewWallet(), NewWallet());
        var heard = new HeardChanges();
        await using (await Engine.Stream.Subscribe(id, heard.Add))
        {
            await Task.WhenAll(Enumerable.Range(0, 200).SelectMany(i => new[]
            {
                Engine.Grains.Wallet(id).Execute(Credit(Usd(i + 1))).AsTask(),
                Engine.Grains.Wallet(other).Execute(Credit(Usd(1))).AsTask(),
            })).WaitAsync(_patience);
            await Until(() => heard.Entries.Count == 200);
        }

        Assert.Equal(Enumerable.Range(1, 200).Select(i => (long)i), heard.Entries.Select(e => e.Seq));
        Assert.All(heard.Wallets, w => Assert.Equal(id, w));
    }

    [Fact]
    public async Task Stream_WhenTwoSubscribedAndOneLeft_GivesItToTheOther()
    {
        var id = NewWallet();
        var (stays, leaves) = (new HeardChanges(), new HeardChanges());
        await using var staying = await Engine.Stream.Subscribe(id, stays.Add);
        var leaving = await Engine.Stream.Subscribe(id, leaves.Add);
        await Engine.Grains.Wallet(id).Execute(Credit(Usd(1)));
        await Until(() => leaves.Entries.Count == 1 && stays.Entries.Count == 1);

        await leaving.DisposeAsync();
        await leaving.DisposeAsync();
        await Engine.Grains.Wallet(id).Execute(Credit(Usd(1)));

        await Until(() => stays.Entries.Count == 2);
        Assert.Single(leaves.Entries);
        Assert.True(Engine.Stream.HasSubscribers(id));
    }

    [Fact]
    public async Task Stream_WhenAHandlerThrows_TheCommandIsAnsweredAndOthersHearIt()
    {
        var id = NewWallet();
        var heard = new HeardChanges();
        await using var bad = await Engine.Stream.Subscribe(
            id, _ => throw new InvalidOperationException("a handler's bug"));
        await using var good = await Engine.Stream.Subscribe(id, heard.Add);

        var answer = await Engine.Grains.Wallet(id).Execute(Credit(Usd(1))).AsTask()
            .WaitAsync(_patience);

        Assert.IsType<WalletAnswer.Done>(answer);
        await Until(() => heard.Entries.Count == 1);
    }

    [Fact]
    public async Task Stream_WhenARefusalIsCommitted_GivesNothing()
    {
        var id = NewWallet();
        var heard = new HeardChanges();
        await using var subscription = await Engine.Stream.Subscribe(id, heard.Add);

        await Engine.Grains.Wallet(id).Execute(Debit(Usd(1)));
        await Engine.Grains.Wallet(id).Execute(Credit(Usd(1)));

        await Until(() => heard.Entries.Count == 1);
        Assert.Equal(1, heard.Entries[0].Seq);
    }

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.Create();
        _journal = new PostgresJournal(
            Database.DataSource, CurrencyRegistry.Default, new JournalOptions(), TimeProvider.System,
            NullLogger<PostgresJournal>.Instance);
        Journal = new ProbeJournal(_journal);
        Engine = await Create(Journal);
    }

    public async Task DisposeAsync()
    {
        await Engine.DisposeAsync();
        await _journal.DisposeAsync();
        await Database.DisposeAsync();
    }

    protected async Task<Int128> Available(WalletId id) =>
        (await Engine.Grains.Wallet(id).GetBalances()).Balances.FirstOrDefault().Available;
}
