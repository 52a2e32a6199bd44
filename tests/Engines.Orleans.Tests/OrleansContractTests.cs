using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Engines.Orleans.Hosting;
using OrleansWallet.Engines.Tests;
using OrleansWallet.Journal;
using static OrleansWallet.Testing.Commands;
using static OrleansWallet.Testing.Wait;

namespace OrleansWallet.Engines.Orleans.Tests;

/// <summary>What every engine does, done by two silos, and what only a cluster can do.</summary>
public sealed class OrleansContractTests : EngineContract
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task Wallet_WhenASiloDies_CallersGetTheirAnswersAllTheSame()
    {
        var cluster = ((TwoSilos)Engine).Cluster;
        var ids = Enumerable.Range(0, 20).Select(_ => NewWallet()).ToList();
        await Task.WhenAll(ids.Select(
            id => Engine.Grains.Wallet(id).Execute(Credit(Usd(1))).AsTask()));

        var calling = Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            for (var i = 0; i < 200; i++)
            {
                Assert.IsType<WalletAnswer.Done>(await Engine.Grains
                    .Wallet(ids[(worker + i) % ids.Count]).Execute(Credit(Usd(1))));
            }
        })).ToList();
        await Task.Delay(200);
        await cluster.KillSiloAsync(cluster.Silos[1]);
        await Task.WhenAll(calling).WaitAsync(_patience);

        foreach (var id in ids)
        {
            Assert.Equal(81, await Available(id));
        }
    }

    [Fact]
    public async Task Stream_WhenASiloDied_IsHeardAgain()
    {
        var cluster = ((TwoSilos)Engine).Cluster;
        var id = NewWallet();
        var heard = new HeardChanges();
        await using var subscription = await Engine.Stream.Subscribe(id, heard.Add);
        await Engine.Grains.Wallet(id).Execute(Credit(Usd(1)));
        await Until(() => heard.Entries.Count == 1);

        await cluster.KillSiloAsync(cluster.Silos[1]);

        // Some are lost, as hints may be; soon none are.
        using var patience = new CancellationTokenSource(_patience);
        while (heard.Entries.Count < 5)
        {
            await Engine.Grains.Wallet(id).Execute(Credit(Usd(1)), patience.Token);
            await Task.Delay(100, patience.Token);
        }
    }

    protected override async Task<IEngine> Create(IJournal journal) =>
        await TwoSilos.Start(journal, new OrleansOptions
        {
            ProbeTimeout = TimeSpan.FromMilliseconds(500),
            StreamCheckInterval = TimeSpan.FromSeconds(1),
        });
}
