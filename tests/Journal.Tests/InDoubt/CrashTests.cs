using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Journal.Postgres;
using OrleansWallet.Testing;
using static OrleansWallet.Testing.Commands;

namespace OrleansWallet.Journal.Tests.InDoubt;

/// <summary>The server itself crashes under load, on a cluster of this test's own.</summary>
public sealed class CrashTests : IAsyncLifetime
{
    private readonly ConcurrentDictionary<UInt128, CommitResult> _results = new();
    private PrivateCluster _cluster = null!;
    private TestDatabase _database = null!;

    [Fact]
    public async Task Append_WhenTheServerCrashesUnderLoad_LosesNothingAcknowledged()
    {
        await using var journal = new PostgresJournal(
            _database.DataSource, CurrencyRegistry.Default,
            new JournalOptions { RetryWindow = TimeSpan.FromSeconds(20) }, TimeProvider.System,
            NullLogger<PostgresJournal>.Instance);
        using var end = new CancellationTokenSource();
        var load = Enumerable.Range(0, 10).Select(i => Task.Run(() => Load(journal, i, end.Token)))
            .ToList();
        for (var i = 0; i < 3; i++)
        {
            await Task.Delay(700);
            await _cluster.Crash();
        }

        await Task.Delay(500);
        await end.CancelAsync();
        await Task.WhenAll(load).WaitAsync(TimeSpan.FromSeconds(60));

        var stored = (await _database.Column<Guid>("select key from keys where entries > 0"))
            .Select(ToKey).ToHashSet();
        Assert.Contains(_results.Values, r => r is CommitResult.Done);
        Assert.All(_results, result => Assert.True(
            result.Value switch
            {
                CommitResult.Done => stored.Contains(result.Key),
                CommitResult.InDoubt => true,
                _ => !stored.Contains(result.Key),
            },
            $"{result.Value}, but stored {stored.Contains(result.Key)}"));
        await JournalAudit.Check(_database, journal);
    }

    public async Task InitializeAsync()
    {
        _cluster = await PrivateCluster.Start();
        _database = await TestDatabase.Create(_cluster.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        await _cluster.DisposeAsync();
    }

    private async Task Load(PostgresJournal journal, int number, CancellationToken cancellationToken)
    {
        var id = new WalletId($"load-{number}");
        WalletHand? hand = null;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                hand ??= await WalletHand.Open(journal, id);
            }
            catch (JournalUnavailableException)
            {
                await Task.Delay(20, CancellationToken.None);
                continue;
            }

            var sent = Enumerable.Range(0, 5).Select(_ => Key())
                .Select(key => (Key: key, Commit: hand.Append(Credit(Usd(1), Context(key)))))
                .ToList();
            foreach (var (key, commit) in sent)
            {
                var result = await commit;
                Assert.True(_results.TryAdd(key.Hash(), result));
                hand = result is CommitResult.Done ? hand : null;
            }
        }
    }

    private static UInt128 ToKey(Guid uuid) =>
        System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(uuid.ToByteArray(bigEndian: true));
}
