using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Journal.Commits;

/// <summary>What goes into one transaction: groups of different wallets, and delivered marks.</summary>
public sealed class CommitBatch
{
    public CommitBatch(IEnumerable<CommitGroup> groups, IReadOnlyList<EntryLink> delivered)
    {
        Groups = [.. groups];
        Delivered = delivered;
    }

    public List<CommitGroup> Groups { get; }

    public IReadOnlyList<EntryLink> Delivered { get; }

    public bool IsEmpty => Groups.Count == 0 && Delivered.Count == 0;

    /// <summary>True when the transaction changes nothing, so that it can't be in doubt.</summary>
    public bool IsCheckOnly => Delivered.Count == 0 && Groups.TrueForAll(g => g.IsCheckOnly);

    /// <summary>A key that the transaction writes: its row proves the commit.</summary>
    public UInt128? ProofKey => Groups
        .SelectMany(g => g.Units).SelectMany(u => u.Keys)
        .Select(k => (UInt128?)k.Key).FirstOrDefault();

    internal void CompleteAll(CommitResult result)
    {
        foreach (var group in Groups)
        {
            group.Complete(result);
        }

        Groups.Clear();
    }

    /// <summary>Takes groups out and tells them why; their neighbours stay.</summary>
    internal void SetAside(IReadOnlyDictionary<CommitGroup, CommitResult> results)
    {
        Groups.RemoveAll(results.ContainsKey);
        foreach (var (group, result) in results)
        {
            group.Complete(result);
        }
    }

    /// <summary>
    /// Batches in which no wallet stands twice, to be committed in this order: of two live copies
    /// of a wallet the second must meet the head that the first one left.
    /// </summary>
    internal IEnumerable<CommitBatch> Rounds()
    {
        if (Groups.Count < 2)
        {
            return [this];
        }

        var seen = new HashSet<WalletId>(Groups.Count);
        var second = Groups.Where(g => !seen.Add(g.Line.Opened.Id)).ToList();
        if (second.Count == 0)
        {
            return [this];
        }

        var first = new CommitBatch(Groups.Except(second), Delivered);
        return [first, .. new CommitBatch(second, []).Rounds()];
    }

    /// <summary>Two halves, so that a poisoned group can be found; marks go with the first.</summary>
    internal (CommitBatch First, CommitBatch Second) Split()
    {
        var half = Groups.Count / 2;
        return (
            new CommitBatch(Groups.Take(half), Delivered),
            new CommitBatch(Groups.Skip(half), []));
    }
}
