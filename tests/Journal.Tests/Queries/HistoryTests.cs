using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal.Queries;
using OrleansWallet.Testing;
using static OrleansWallet.Testing.Commands;

namespace OrleansWallet.Journal.Tests.Queries;

/// <summary>Pages of a history and balances at a time, each against the same done in memory.</summary>
public sealed class HistoryTests(HistoryFixture fixture) : IClassFixture<HistoryFixture>
{
    public static TheoryData<EntryFilter> Filters() =>
    [
        new EntryFilter(),
        new EntryFilter { Limit = 7 },
        new EntryFilter { BeforeSeq = 60 },
        new EntryFilter { BeforeSeq = 1 },
        new EntryFilter { AfterSeq = 0, Limit = 10 },
        new EntryFilter { AfterSeq = 95 },
        new EntryFilter { AfterSeq = 9_999 },
        new EntryFilter { AfterSeq = 20, BeforeSeq = 5, Limit = 3 },
        new EntryFilter { Currency = "BTC" },
        new EntryFilter { Currency = "EUR" },
        new EntryFilter { Account = AccountKind.Savings },
        new EntryFilter { Type = new TransactionType("topup") },
        new EntryFilter { Type = new TransactionType("nothing") },
        new EntryFilter { Reference = new ReferenceId("ref-3") },
        new EntryFilter { Kinds = [EntryKind.Credited, EntryKind.Locked] },
        new EntryFilter { Kinds = [] },
        new EntryFilter { Kinds = [EntryKind.Frozen] },
        new EntryFilter { From = HistoryFixture.Start.AddMinutes(20) },
        new EntryFilter { To = HistoryFixture.Start.AddMinutes(20) },
        new EntryFilter
        {
            From = HistoryFixture.Start.AddMinutes(10).ToOffset(TimeSpan.FromHours(2)),
            To = HistoryFixture.Start.AddMinutes(30).ToOffset(TimeSpan.FromHours(-5)),
        },
        new EntryFilter { Currency = "USD", AmountMin = 50 },
        new EntryFilter { Currency = "USD", AmountMax = 50 },
        new EntryFilter { Currency = "USD", AmountMin = 20, AmountMax = 40, AfterSeq = 10, Limit = 4 },
        new EntryFilter { AmountMax = Amount.BalanceMax },
        new EntryFilter { AmountMin = Amount.BalanceMax },
        new EntryFilter
        {
            Currency = "USD", Account = AccountKind.Spot, Reference = new ReferenceId("ref-1"),
            Kinds = [EntryKind.Credited, EntryKind.Debited], From = HistoryFixture.Start, Limit = 5,
            BeforeSeq = 80,
        },
    ];

    [Theory]
    [MemberData(nameof(Filters), DisableDiscoveryEnumeration = true)]
    public async Task FindEntries_WhenFiltered_GivesThatPage(EntryFilter filter)
    {
        var found = await fixture.Queries.FindEntries(fixture.WalletNo, filter, default);

        Assert.Equal(Filter(filter), found);
    }

    [Fact]
    public async Task FindEntries_WhenPagedToTheEnd_GivesEachOnce()
    {
        var seen = new List<Entry>();
        while (true)
        {
            var page = await fixture.Queries.FindEntries(
                fixture.WalletNo,
                new EntryFilter { BeforeSeq = seen.Count == 0 ? null : seen[^1].Seq, Limit = 9 },
                default);
            seen.AddRange(page);
            if (page.Count < 9)
            {
                break;
            }
        }

        Assert.Equal(fixture.Entries.Reverse(), seen);
    }

    [Fact]
    public async Task FindEntries_WhenTheWalletIsUnknown_GivesNone() =>
        Assert.Empty(await fixture.Queries.FindEntries(1_000_000, new EntryFilter(), default));

    [Fact]
    public async Task FindBalancesAt_WhenAskedForAnyTime_GivesWhatAReplayGives()
    {
        var times = fixture.Entries.Select(e => e.At).Distinct().SelectMany(t => new[]
        {
            t.AddMicroseconds(-1), t, t.AddMicroseconds(1), t.AddSeconds(30),
        });

        foreach (var at in times.Append(HistoryFixture.Start.AddYears(-9)).Append(DateTimeOffset.MaxValue.AddDays(-9)))
        {
            var found = await fixture.Queries.FindBalancesAt(fixture.WalletNo, at, default);
            var replayed = fixture.Entries.TakeWhile(e => e.At <= at)
                .Aggregate(WalletState.New(fixture.Id), (s, e) => s.Apply(e)).Balances;
            Assert.Equal(
                replayed.OrderBy(b => b.Account).ThenBy(b => b.Currency.Code, StringComparer.Ordinal),
                found);
        }
    }

    [Fact]
    public async Task FindBalancesAt_WhenTheWalletHasNoHistory_GivesNone()
    {
        Assert.Empty(await fixture.Queries.FindBalancesAt(1_000_000, DateTimeOffset.UtcNow, default));
        var refused = await WalletHand.Open(fixture.Journal.Journal, NewWallet());
        await refused.Append(Debit(Usd(1)));
        Assert.Empty(await fixture.Queries.FindBalancesAt(
            refused.Line.WalletNo, DateTimeOffset.UtcNow, default));
    }

    [Fact]
    public async Task FindTransaction_WhenItHasSeveralLegs_GivesAllOfThemAndNoOthers()
    {
        foreach (var group in fixture.Entries.GroupBy(e => e.FirstSeq))
        {
            Assert.Equal(group, await fixture.Queries.FindTransaction(
                fixture.WalletNo, group.Key, default));
        }

        var within = fixture.Entries.First(e => e.Leg == 1);
        Assert.Empty(await fixture.Queries.FindTransaction(fixture.WalletNo, within.Seq, default));
        Assert.Empty(await fixture.Queries.FindTransaction(fixture.WalletNo, 9_999, default));
    }

    [Fact]
    public async Task FindTransaction_WhenItHasTheMostLegs_GivesAllOfThem()
    {
        var hand = await WalletHand.Open(fixture.Journal.Journal, NewWallet());
        await hand.Append(Credit(Usd(1_000)), Transfer(
            [.. Enumerable.Range(0, WalletDecider.PostingsMax).Select(_ => new Posting(NewWallet(), Usd(1)))]));

        var found = await fixture.Queries.FindTransaction(hand.Line.WalletNo, 2, default);

        Assert.Equal(WalletDecider.PostingsMax, found.Count);
    }

    [Fact]
    public async Task FindHolds_WhenSomeAreOpen_GivesThemOldestFirst()
    {
        var found = await fixture.Queries.FindHolds(fixture.WalletNo, default);

        Assert.Equal(
            fixture.State.Holds.Values.OrderBy(h => h.CreatedAt)
                .ThenBy(h => h.Name.Value, StringComparer.Ordinal),
            found);
        Assert.NotEmpty(found);
    }

    [Fact]
    public async Task FindWalletNo_WhenThereIsHistory_GivesItAndElseNull()
    {
        var refused = await WalletHand.Open(fixture.Journal.Journal, NewWallet());
        await refused.Append(Debit(Usd(1)));

        Assert.Equal(fixture.WalletNo, await fixture.Queries.FindWalletNo(fixture.Id, default));
        Assert.Null(await fixture.Queries.FindWalletNo(NewWallet(), default));
        Assert.Null(await fixture.Queries.FindWalletNo(refused.State.Id, default));
    }

    private IEnumerable<Entry> Filter(EntryFilter filter)
    {
        var all = fixture.Entries.Where(e =>
            (filter.AfterSeq is null || e.Seq > filter.AfterSeq)
            && (filter.AfterSeq is not null || filter.BeforeSeq is null || e.Seq < filter.BeforeSeq)
            && (filter.Currency is null || e.Amount?.Currency.Code == filter.Currency)
            && (filter.Account is null || e.Account == filter.Account)
            && (filter.Type is null || e.Type == filter.Type)
            && (filter.Reference is null || e.Reference == filter.Reference)
            && (filter.Kinds is null || filter.Kinds.Contains(e.Kind))
            && (filter.From is null || e.At >= filter.From)
            && (filter.To is null || e.At < filter.To)
            && (filter.AmountMin is null || e.Amount?.Minor >= filter.AmountMin)
            && (filter.AmountMax is null || e.Amount?.Minor <= filter.AmountMax));
        return (filter.AfterSeq is null ? all.Reverse() : all).Take(filter.Limit);
    }
}
