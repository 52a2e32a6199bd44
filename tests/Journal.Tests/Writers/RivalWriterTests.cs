using System.Collections.Concurrent;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Testing;
using static OrleansWallet.Testing.Commands;

namespace OrleansWallet.Journal.Tests.Writers;

/// <summary>Two processes write at once: into the same wallets and into their own.</summary>
public sealed class RivalWriterTests(JournalFixture fixture) : IClassFixture<JournalFixture>
{
    private readonly ConcurrentDictionary<UInt128, int> _done = new();
    private readonly ConcurrentBag<CommandKey> _old = [];
    private readonly ConcurrentBag<string> _wrong = [];

    [Fact]
    public async Task Append_WhenTwoWritersHammer_NoKeyIsLostOrDoubled()
    {
        var journals = new[] { fixture.Journal, fixture.CreateJournal() };
        var shared = Enumerable.Range(0, 20).Select(_ => NewWallet("shared")).ToList();
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => Hammer(
            journals[i % 2], [.. shared, .. Enumerable.Range(0, 5).Select(_ => NewWallet("own"))],
            new Random(i), end.Token)))).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Empty(_wrong);
        Assert.True(_done.Count > 500, $"only {_done.Count} were done");
        Assert.All(_done.Values, times => Assert.Equal(1, times));
        Assert.Equal(
            _done.Keys.Order(),
            (await fixture.Database.Column<Guid>("select key from keys")).Select(ToKey).Order());
        await JournalAudit.Check(fixture.Database, fixture.Journal);
    }

    [Fact]
    public async Task MarkDelivered_WhenTwoWritersEndTheSamePostings_TheyDontDeadlock()
    {
        var other = fixture.CreateJournal();
        var hand = await WalletHand.Open(fixture.Journal, NewWallet());
        await hand.Append([
            Credit(Usd(9_000)),
            .. Enumerable.Range(0, 8).Select(_ => Transfer(
                [.. Enumerable.Range(0, 500).Select(_ => new Posting(NewWallet(), Usd(1)))])),
        ]);
        var links = Enumerable.Range(2, 4_000)
            .Select(seq => new EntryLink(hand.Line.WalletNo, seq)).ToList();

        await Task.WhenAll(
            Task.Run(() => links.ForEach(fixture.Journal.MarkDelivered)),
            Task.Run(() => Enumerable.Reverse(links).ToList().ForEach(other.MarkDelivered)));

        var left = $"select count(*) from postings where wallet_no = {hand.Line.WalletNo}";
        while (await fixture.Database.Scalar<long>(left) > 0)
        {
            await Task.Delay(50);
        }

        Assert.Equal(0, await fixture.Database.Scalar<long>(
            "select deadlocks from pg_stat_database where datname = current_database()"));
    }

    private async Task Hammer(
        IJournal journal, List<WalletId> wallets, Random random, CancellationToken cancellationToken)
    {
        var hands = new Dictionary<WalletId, WalletHand>();
        while (!cancellationToken.IsCancellationRequested)
        {
            var chosen = wallets.OrderBy(_ => random.Next()).Take(random.Next(1, 6)).ToList();
            var rounds = new List<Task<bool>>();
            foreach (var id in chosen)
            {
                if (!hands.TryGetValue(id, out var hand))
                {
                    hands[id] = hand = await WalletHand.Open(journal, id);
                }

                rounds.Add(Append(hand, random));
            }

            var sound = await Task.WhenAll(rounds);
            foreach (var (id, _) in chosen.Zip(sound).Where(p => !p.Second))
            {
                hands.Remove(id);
            }
        }
    }

    // False when the line is broken.
    private async Task<bool> Append(WalletHand hand, Random random)
    {
        var sent = new List<(CommandKey Key, Task<CommitResult> Commit)>();
        for (var i = random.Next(1, 12); i > 0; i--)
        {
            var key = random.Next(40) == 0 && _old.TryPeek(out var old) ? old : Key();
            sent.Add((key, hand.Append(Next(random, hand.State, key))));
        }

        await Task.WhenAll(sent.Select(s => s.Commit));
        foreach (var (key, commit) in sent)
        {
            var result = await commit;
            if (result is CommitResult.Done)
            {
                _done.AddOrUpdate(key.Hash(), 1, (_, times) => times + 1);
                _old.Add(key);
            }
            else if (result is CommitResult.NotAccepted or CommitResult.InDoubt)
            {
                _wrong.Add($"{hand.State.Id}: {result}");
            }
        }

        return sent.TrueForAll(s => s.Commit.Result is CommitResult.Done);
    }

    private static WalletCommand Next(Random random, WalletState state, CommandKey key)
    {
        var open = state.Holds.Keys.FirstOrDefault();
        return random.Next(6) switch
        {
            0 or 1 => Credit(Usd(random.Next(1, 100)), Context(key)),
            2 => Debit(Usd(random.Next(1, 100)), Context(key)),
            3 => Lock(Usd(random.Next(1, 100)), $"h{random.Next(4)}", key: key),
            4 when open is not null => Release(open, key: key),
            _ => Transfer(NewWallet(), Usd(random.Next(1, 10)), Context(key)),
        };
    }

    private static UInt128 ToKey(Guid uuid) =>
        System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(uuid.ToByteArray(bigEndian: true));
}
