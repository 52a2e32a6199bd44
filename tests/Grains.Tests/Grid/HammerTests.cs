using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Engines.Local;
using OrleansWallet.Testing;
using static OrleansWallet.Testing.Commands;

namespace OrleansWallet.Grains.Tests.Grid;

/// <summary>Two processes that both believe that the same wallets are theirs.</summary>
public sealed class HammerTests(GridFixture fixture) : IClassFixture<GridFixture>
{
    private const int WalletCount = 12;

    [Fact]
    public async Task Execute_WhenTwoGridsHammerTheSameWallets_IsSlowerAndNeverWrong()
    {
        var wallets = Enumerable.Range(0, WalletCount).Select(_ => NewWallet()).ToList();
        foreach (var id in wallets)
        {
            await fixture.Grid.Wallet(id).Execute(Credit(Usd(10_000)));
        }

        var keys = Enumerable.Range(0, 30).Select(_ => Key()).ToList();
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(4));
        LocalGrains[] grids = [fixture.Grid, fixture.CreateGrid()];
        var workers = Enumerable.Range(0, 16)
            .Select(i => Task.Run(() => Work(grids[i % 2], wallets, keys, i, end.Token)))
            .ToList();
        var tallies = await Task.WhenAll(workers).WaitAsync(TimeSpan.FromSeconds(60));

        await fixture.Recover();
        await JournalAudit.Check(fixture.Database, fixture.Journal);
        Assert.Equal(0, await fixture.Database.Scalar<long>("select count(*) from postings"));
        Assert.Equal(
            (WalletCount * 10_000) + tallies.Sum(t => t.Credited),
            (long)await JournalAudit.Total(fixture.Database, "USD"));
        Assert.All(tallies, t => Assert.True(t.Done > 0));
        Assert.All(tallies, t => Assert.Equal(0, t.Unknown));
        // What was acknowledged is there, once.
        Assert.Equal(
            tallies.Sum(t => t.Done) + WalletCount,
            await fixture.Database.Scalar<long>(
                "select count(*) from keys where entries > 0 and key not in (select k.key from keys k "
                + "join entries e on e.wallet_no = k.wallet_no and e.seq = k.seq "
                + "where e.kind in (9, 10, 11))"));
    }

    private static async Task<Tally> Work(
        LocalGrains grid, List<WalletId> wallets, List<CommandKey> keys, int seed,
        CancellationToken cancellationToken)
    {
        var random = new Random(seed);
        var tally = new Tally();
        while (!cancellationToken.IsCancellationRequested)
        {
            var at = random.Next(wallets.Count);
            var answer = await grid.Wallet(wallets[at]).Execute(Next(random, wallets, keys, at));
            switch (answer)
            {
                case WalletAnswer.Done { Replayed: false } done:
                    tally.Done++;
                    var last = done.Receipt.Last;
                    tally.Credited += EntryEffect.Of(last.Kind).World
                        ? EntryEffect.Of(last.Kind).Total * (long)last.Amount!.Value.Minor
                        : 0;
                    break;
                case WalletAnswer.OutcomeUnknown or WalletAnswer.NotAccepted:
                    tally.Unknown++;
                    break;
            }
        }

        return tally;
    }

    private static WalletCommand Next(
        Random random, List<WalletId> wallets, List<CommandKey> keys, int at)
    {
        // One wallet's own, since the same key at another wallet is another input.
        var key = random.Next(4) == 0
            ? CommandKey.FromService("hammer", $"{at}-{keys[random.Next(keys.Count)].Hash()}")
            : Key();
        var to = wallets[(at + 1 + random.Next(wallets.Count - 1)) % wallets.Count];
        var hold = $"h{random.Next(3)}";
        return random.Next(7) switch
        {
            0 => Credit(Usd(random.Next(1, 50)), Context(key)),
            1 => Debit(Usd(random.Next(1, 50)), Context(key)),
            2 => Transfer(to, Usd(random.Next(1, 200)), Context(key)),
            3 => Lock(Usd(random.Next(1, 50)), hold, key: key),
            4 => Unlock(hold, key: key),
            5 => Release(hold, key: key),
            _ => Transfer(
                [new Posting(to, Usd(1)), new Posting(NewWallet(), Usd(1))], Context(key), hold),
        };
    }

    private sealed record Tally
    {
        public long Done { get; set; }

        public long Credited { get; set; }

        public long Unknown { get; set; }
    }
}
