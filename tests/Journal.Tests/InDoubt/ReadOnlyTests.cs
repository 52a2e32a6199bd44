using OrleansWallet.Testing;
using static OrleansWallet.Testing.Commands;

namespace OrleansWallet.Journal.Tests.InDoubt;

/// <summary>A server that takes no writes for a while, as within a switch-over.</summary>
public sealed class ReadOnlyTests(JournalFixture fixture) : IClassFixture<JournalFixture>
{
    [Fact]
    public async Task Append_WhenTheDatabaseIsReadOnlyForAWhile_IsTriedAgain()
    {
        var hands = new List<WalletHand>();
        for (var i = 0; i < 3; i++)
        {
            hands.Add(await WalletHand.Open(fixture.Journal, NewWallet()));
            await hands[i].Append(Credit(Usd(100)));
        }

        await SetReadOnly("on");
        var commits = hands.ConvertAll(h => h.Append(Credit(Usd(5))));
        await Task.Delay(300);
        Assert.DoesNotContain(commits, c => c.IsCompleted);
        await SetReadOnly("off");

        var results = await Task.WhenAll(commits).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.All(results, r => Assert.IsType<CommitResult.Done>(r));
        await JournalAudit.Check(fixture.Database, fixture.Journal);
    }

    [Fact]
    public async Task Append_WhenItsStatementIsCancelled_IsTriedAgain()
    {
        var hand = await WalletHand.Open(fixture.Journal, NewWallet());
        Task<CommitResult> commit;
        await using (await HeldCommit.Start(fixture.Database))
        {
            commit = hand.Append(Credit(Usd(5), Context(reference: HeldCommit.Reference)));
            var backend = await HeldCommit.Reached(fixture.Database);
            await fixture.Database.Execute($"select pg_cancel_backend({backend})");
        }

        Assert.IsType<CommitResult.Done>(await commit.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    // Holds for new sessions; the old ones are ended.
    private async Task SetReadOnly(string value)
    {
        var name = await fixture.Database.Scalar<string>("select current_database()::text");
        await TestServer.Execute(
            $"alter database {name} set default_transaction_read_only = {value}");
        await TestServer.Execute(
            $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'");
    }
}
