using Microsoft.Extensions.Logging.Abstractions;
using OrleansWallet.Domain.Money;
using OrleansWallet.Journal.Postgres;
using OrleansWallet.Testing;
using static OrleansWallet.Testing.Commands;

namespace OrleansWallet.Journal.Tests.Commits;

/// <summary>Each commit begins the next transaction, but for one now and then: between two
/// transactions PostgreSQL counts what was written for its vacuum, and else it would never.
/// </summary>
public sealed class ChainedCommitTests(JournalFixture fixture) : IClassFixture<JournalFixture>
{
    // Less than after what a begun transaction counts as idle.
    private static readonly TimeSpan _step = TimeSpan.FromMilliseconds(90);

    // The first at which ten seconds have gone.
    private const int RestingCommit = 112;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(300)]
    public async Task Append_WhenTransactionsWereChainedForTenSeconds_IsCommittedWithoutTheNext(
        int size)
    {
        var name = $"chained {size}";
        var time = new ManualTime();
        await using var dataSource = fixture.Database.Connect(to => to.ApplicationName = name);
        await using var journal = new PostgresJournal(
            dataSource, CurrencyRegistry.Default,
            new JournalOptions { Writers = 1, GatherWindow = TimeSpan.Zero }, time,
            NullLogger<PostgresJournal>.Instance);
        var hand = await WalletHand.Open(journal, NewWallet());
        var resting = new List<int>();

        for (var i = 0; i <= RestingCommit + 1; i++)
        {
            var credits = Enumerable.Range(0, i == RestingCommit ? size : 1)
                .Select(_ => Credit(Usd(1))).ToArray();
            Assert.IsType<CommitResult.Done>(await hand.Append(credits));
            if (await IsResting(name))
            {
                resting.Add(i);
            }

            time.Advance(_step);
        }

        Assert.Equal([RestingCommit], resting);
        var again = await journal.Open(hand.State.Id, default);
        Assert.Equal(WalletStates.Describe(hand.State), WalletStates.Describe(again.Opened));
        await JournalAudit.Check(fixture.Database, journal);
    }

    private async Task<bool> IsResting(string name) => await fixture.Database.Scalar<long>(
        "select count(*) from pg_stat_activity where datname = current_database() "
        + $"and application_name = '{name}' and state = 'idle' and query = 'commit'") > 0;
}
