using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal.Postgres;
using OrleansWallet.Journal.Queries;
using OrleansWallet.Testing;
using static OrleansWallet.Testing.Commands;
using static OrleansWallet.Testing.Wait;

namespace OrleansWallet.Journal.Tests.Queries;

/// <summary>Postings under way, their ends, keys, and holds past their time.</summary>
public sealed class PostingTests(JournalFixture fixture) : IClassFixture<JournalFixture>
{
    private static readonly DateTimeOffset _at = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private PostgresQueries Queries { get; } =
        new(fixture.Database.DataSource, CurrencyRegistry.Default);

    [Fact]
    public async Task FindPostingStatuses_WhenPostingsAreAnywhere_TellsWhere()
    {
        var (source, closed) = (await Open(), await Open());
        await closed.Append(Close());
        await source.Append(Credit(Usd(100)), Transfer(
            [.. Enumerable.Range(0, 5).Select(_ => new Posting(NewWallet(), Usd(1)))]));
        var link = new EntryLink(source.Line.WalletNo, 0);
        // 2 is under way; 3 arrived and is marked, 4 arrived and is not; 5 was refused and came
        // back; 6 was refused and has yet to come back.
        var taker = await Open();
        await taker.Append(Accept(source, 3), Accept(source, 4));
        await closed.Append(Accept(source, 5), Accept(source, 6));
        fixture.Journal.MarkDelivered(link with { Seq = 3 });
        await source.Append(new WalletCommand.Return(
            PostingContext(source, 5, "return"), AccountKind.Spot, Usd(1), closed.State.Id,
            link with { Seq = 5 }, null, null));

        await Until(async () => !(await Open(source)).Contains(3));
        var statuses = await Queries.FindPostingStatuses(
            source.State.Id, source.Line.WalletNo, [2, 3, 4, 5, 6], default);

        Assert.Equal([2, 4, 6], await Open(source));
        Assert.Equal(
            [
                PostingStatus.InProgress, PostingStatus.Completed, PostingStatus.Completed,
                PostingStatus.Returned, PostingStatus.InProgress,
            ],
            statuses.OrderBy(s => s.Key).Select(s => s.Value));
    }

    [Fact]
    public async Task FindPostings_WhenThereAreMany_PagesFromASeq()
    {
        var source = await Open();
        await source.Append(Credit(Usd(100)), Transfer(
            [.. Enumerable.Range(0, 10).Select(_ => new Posting(NewWallet(), Usd(1)))]));

        var no = source.Line.WalletNo;
        Assert.Equal([2, 3, 4], await fixture.Journal.FindPostings(no, 0, 3, default));
        Assert.Equal([10, 11], await fixture.Journal.FindPostings(no, 10, 3, default));
        Assert.Empty(await fixture.Journal.FindPostings(no, 12, 3, default));
    }

    [Fact]
    public async Task FindUnfinishedPostings_WhenSomeAreOld_GivesThemOldestFirst()
    {
        var (older, newer) = (await Open(), await Open());
        await newer.Append(newer.Decide(Credit(Usd(9)), _at));
        await newer.Append(newer.Decide(Transfer(NewWallet(), Usd(1)), _at.AddMinutes(2)));
        await older.Append(older.Decide(Credit(Usd(9)), _at));
        await older.Append(older.Decide(Transfer(NewWallet(), Usd(1)), _at.AddMinutes(1)));

        await SetAge(older, hours: 3);
        await SetAge(newer, hours: 2);

        async Task<List<WalletId>> Find(double hours, int limit = 10) =>
            [.. (await fixture.Journal.FindUnfinishedPostings(
                TimeSpan.FromHours(hours), limit, default)).Select(p => p.Source)];

        Assert.Empty(await Find(hours: 3.5));
        Assert.Equal([older.State.Id], await Find(hours: 2.5));
        Assert.Equal([older.State.Id, newer.State.Id], await Find(hours: 1.5));
        Assert.Equal([older.State.Id], await Find(hours: 1.5, limit: 1));
    }

    private Task SetAge(WalletHand source, int hours) => fixture.Database.Execute(
        $"update postings set at = now() - interval '{hours} hours' "
        + $"where wallet_no = {source.Line.WalletNo}");

    [Fact]
    public async Task FindExpiredHolds_WhenTimeComes_GivesThoseWhoseTimeIsUp()
    {
        var hand = await Open();
        var times = new[] { _at.AddMinutes(1), _at.AddMinutes(2), (DateTimeOffset?)null };
        await hand.Append(hand.Decide(Credit(Usd(9)), _at.AddSeconds(-1)));
        for (var i = 0; i < times.Length; i++)
        {
            await hand.Append(hand.Decide(Lock(Usd(1), $"h-{i}", times[i]), _at.AddSeconds(i)));
        }

        Assert.Empty(await fixture.Journal.FindExpiredHolds(
            _at.AddMinutes(1).AddMicroseconds(-1), 10, default));
        Assert.Equal(
            [new ExpiredHold(hand.State.Id, new ReferenceId("h-0"), _at)],
            await fixture.Journal.FindExpiredHolds(_at.AddMinutes(1), 10, default));
        Assert.Equal(
            ["h-0", "h-1"],
            (await fixture.Journal.FindExpiredHolds(_at.AddYears(1), 10, default))
                .Select(h => h.Name.Value));
        Assert.Single(await fixture.Journal.FindExpiredHolds(_at.AddYears(1), 1, default));
    }

    [Fact]
    public async Task FindKey_WhenItWasAcceptedRefusedOrNever_TellsWhich()
    {
        var (accepted, refused) = (Key(), Key());
        var hand = await Open();
        await hand.Append(
            Credit(Usd(5)), Move(Usd(2), Context(accepted)), Debit(Usd(9), Context(refused)));

        var done = await Queries.FindKey(accepted.Hash(), default);
        var not = await Queries.FindKey(refused.Hash(), default);

        Assert.Equal([2, 3], done!.Entries.Select(e => e.Seq));
        Assert.Equal(
            new Refusal(RefusalCode.InsufficientBalance, Usd(9), Usd(3)), not!.Refusal);
        Assert.Null(await Queries.FindKey(Key().Hash(), default));
    }

    private async Task<WalletHand> Open() => await WalletHand.Open(fixture.Journal, NewWallet());

    private ValueTask<IReadOnlyList<long>> Open(WalletHand source) =>
        fixture.Journal.FindPostings(source.Line.WalletNo, 0, 100, default);

    private static WalletCommand.Accept Accept(WalletHand source, long seq) => new(
        PostingContext(source, seq, "accept"), Usd(1), source.State.Id,
        new EntryLink(source.Line.WalletNo, seq));

    private static CommandContext PostingContext(WalletHand source, long seq, string end) =>
        Context(CommandKey.FromPosting(source.State.Id, seq, end));
}
