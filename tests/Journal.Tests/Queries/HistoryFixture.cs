using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal.Postgres;
using OrleansWallet.Testing;
using static OrleansWallet.Testing.Commands;

namespace OrleansWallet.Journal.Tests.Queries;

/// <summary>One wallet with a history of every kind of entry, in memory and in the journal.</summary>
public sealed class HistoryFixture : IAsyncLifetime
{
    public static readonly DateTimeOffset Start = new(2026, 2, 3, 4, 5, 6, TimeSpan.Zero);

    public JournalFixture Journal { get; } = new();

    public PostgresQueries Queries { get; private set; } = null!;

    public WalletId Id { get; } = NewWallet();

    public long WalletNo { get; private set; }

    public WalletState State { get; private set; } = null!;

    public IReadOnlyList<Entry> Entries { get; private set; } = [];

    public async Task InitializeAsync()
    {
        await Journal.InitializeAsync();
        Queries = new PostgresQueries(Journal.Database.DataSource, CurrencyRegistry.Default);
        var hand = await WalletHand.Open(Journal.Journal, Id);
        var entries = new List<Entry>();
        Task<CommitResult>? last = null;
        foreach (var (command, at) in Steps())
        {
            var unit = hand.Decide(command, at);
            Assert.NotEmpty(unit.Entries);
            entries.AddRange(unit.Entries);
            last = hand.Append(unit);
        }

        Assert.IsType<CommitResult.Done>(await last!);
        (WalletNo, State, Entries) = (hand.Line.WalletNo, hand.State, entries);
    }

    public Task DisposeAsync() => Journal.DisposeAsync();

    // Each minute one, some at the same moment; the euros are touched once, long ago.
    private static IEnumerable<(WalletCommand Command, DateTimeOffset At)> Steps()
    {
        yield return (Credit(Amount.Parse("9.99", CurrencyRegistry.Default["EUR"])), Start);
        yield return (Credit(Usd(100_000)), Start);
        yield return (Credit(Btc(1_000), account: AccountKind.Savings), Start);
        for (var i = 1; i <= 20; i++)
        {
            var at = Start.AddMinutes(2 * i);
            var context = Context(reference: $"ref-{i % 5}");
            yield return (Credit(Usd(i * 10), context), at);
            yield return (Debit(Usd(i * 7), context with { Key = Key() }), at);
            yield return (Lock(Usd(i), $"h-{i}"), at.AddSeconds(30));
            if (i % 2 == 0)
            {
                yield return (Move(Usd(i)), at.AddMinutes(1));
                yield return (Unlock($"h-{i}"), at.AddMinutes(1));
            }

            if (i % 4 == 0)
            {
                yield return (Freeze(), at.AddMinutes(1));
                yield return (Unfreeze(), at.AddMinutes(1));
                yield return (
                    Transfer([new Posting(NewWallet(), Usd(1)), new Posting(NewWallet(), Usd(2))]),
                    at.AddMinutes(1));
                yield return (Credit(Btc(i)), at.AddMinutes(1));
            }
        }
    }
}
