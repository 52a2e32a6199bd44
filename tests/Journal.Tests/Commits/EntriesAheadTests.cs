using System.Collections;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal.Postgres;

namespace OrleansWallet.Journal.Tests.Commits;

public sealed class EntriesAheadTests
{
    [Fact]
    public void CatchUp_WhenTheGroupGrows_HasEachEntryOnce()
    {
        var group = Groups.OfNobody(3);
        EntriesAhead.CatchUp(group);
        using var one = CopyRows.Part();
        EntryRows.Write(one, 1, group.Units[0].Entries[0]);
        Assert.Equal(3 * one.Length, EntriesAhead.RowsOf(group)?.Length);

        group.Add(group.Units[0]);
        Assert.Null(EntriesAhead.RowsOf(group));
        EntriesAhead.CatchUp(group);
        Assert.Equal(4 * one.Length, EntriesAhead.RowsOf(group)?.Length);
    }

    [Fact]
    public void CatchUp_WhenAUnitCannotBeWritten_LeavesItsRowsToTheBatch()
    {
        var group = Groups.OfNobody(2);
        var unit = group.Units[0];
        var failing = new FailsOnce(unit.Entries[0]);
        group.Add(unit with { Entries = failing });

        EntriesAhead.CatchUp(group);
        Assert.Null(EntriesAhead.RowsOf(group));

        EntriesAhead.CatchUp(group);
        using var one = CopyRows.Part();
        EntryRows.Write(one, 1, unit.Entries[0]);
        Assert.Equal(3 * one.Length, EntriesAhead.RowsOf(group)?.Length);
    }

    [Fact]
    public void Complete_EndsWhatWasWritten()
    {
        var group = Groups.OfNobody(1);
        EntriesAhead.CatchUp(group);

        group.Complete(CommitResult.NotAccepted.Instance);

        Assert.Null(group.Ahead);
    }

    // Behind its first row.
    private sealed class FailsOnce(Entry entry) : IReadOnlyList<Entry>
    {
        private bool _failed;

        public int Count => 1;

        public Entry this[int index] => entry;

        public IEnumerator<Entry> GetEnumerator()
        {
            yield return entry;
            if (!_failed)
            {
                _failed = true;
                throw new InvalidOperationException("once");
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
