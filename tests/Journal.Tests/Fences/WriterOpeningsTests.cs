using Npgsql;
using OrleansWallet.Journal.Postgres;
using OrleansWallet.Testing;
using static OrleansWallet.Testing.Commands;
using static OrleansWallet.Testing.Wait;

namespace OrleansWallet.Journal.Tests.Fences;

public sealed class WriterOpeningsTests : IAsyncLifetime
{
    private readonly JournalFixture _fixture = new();

    public Task InitializeAsync() => _fixture.InitializeAsync();

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task IsCurrent_WhenNobodyElseWrites_ReadsNoHead()
    {
        var hand = await OpenAlone();

        await using var connection = await _fixture.Database.DataSource.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var locked = new NpgsqlCommand("lock table wallets", connection);
        await locked.ExecuteNonQueryAsync();

        Assert.True(await hand.Line.IsCurrent(default).AsTask().WaitAsync(TimeSpan.FromSeconds(60)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task IsCurrent_WhenAnotherJournalWrote_IsFalse(bool hasGone)
    {
        var hand = await OpenAlone();
        var other = _fixture.CreateJournal();
        await (await WalletHand.Open(other, hand.State.Id)).Append(Credit(Usd(1)));
        if (hasGone)
        {
            await other.DisposeAsync();
        }

        Assert.False(await hand.Line.IsCurrent(default));
    }

    [Fact]
    public async Task IsCurrent_WhenAnotherLineOfTheJournalWrote_IsFalse()
    {
        var hand = await OpenAlone();
        await (await WalletHand.Open(_fixture.Journal, hand.State.Id)).Append(Credit(Usd(1)));

        Assert.True(_fixture.Journal.Others.AreAbsent);
        Assert.False(await hand.Line.IsCurrent(default));
    }

    [Fact]
    public async Task Look_WhenAnotherComesAndGoes_FindsItAndThenAnotherMark()
    {
        var (own, other) = (Openings(), Openings());
        await using var mine = await Enter(own);
        var before = await own.Look();
        Assert.False(before.AnyOther);
        Assert.Equal(before, await own.Look());

        await using (await Enter(other))
        {
            Assert.True((await own.Look()).AnyOther);
        }

        await Until(async () => !(await own.Look()).AnyOther);
        Assert.NotEqual(before.Mark, (await own.Look()).Mark);
    }

    [Fact]
    public async Task Look_WhenAnOwnConnectionWasLost_FindsItUntilItsBackendEnds()
    {
        var own = Openings();
        var before = await own.Look();
        await using (var lost = await Enter(own))
        {
            var entered = await own.Look();
            Assert.False(entered.AnyOther);
            Assert.NotEqual(before.Mark, entered.Mark);

            own.Leave(lost.ProcessID);

            var left = await own.Look();
            Assert.True(left.AnyOther);
            Assert.NotEqual(entered.Mark, left.Mark);
        }

        await Until(async () => !(await own.Look()).AnyOther);
    }

    [Fact]
    public async Task Look_WhenAnotherDatabaseHasAWriter_FindsNobody()
    {
        await using var database = await TestDatabase.Create();
        await using var there = await database.Connect(to => to.Pooling = false).OpenConnectionAsync();
        new WriterOpenings(database.DataSource).Enter(there);

        Assert.False((await Openings().Look()).AnyOther);
    }

    private WriterOpenings Openings() => new(_fixture.Database.DataSource);

    private async Task<NpgsqlConnection> Enter(WriterOpenings openings)
    {
        var connection = await _fixture.Database.Connect(to => to.Pooling = false)
            .OpenConnectionAsync();
        openings.Enter(connection);
        return connection;
    }

    // Seen behind a look that found nobody.
    private async Task<WalletHand> OpenAlone()
    {
        var hand = await WalletHand.Open(_fixture.Journal, NewWallet());
        await hand.Append(Credit(Usd(1)));
        await Until(async () =>
        {
            await hand.Line.IsCurrent(default);
            return _fixture.Journal.Others.AreAbsent;
        });
        return await WalletHand.Open(_fixture.Journal, hand.State.Id);
    }
}
