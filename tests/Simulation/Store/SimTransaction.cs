using OrleansWallet.Journal.Commits;

namespace OrleansWallet.Simulation.Store;

/// <summary>A transaction of the simulated database.</summary>
internal sealed class SimTransaction(ulong id, int node, CommitBatch batch)
{
    public ulong Id { get; } = id;

    /// <summary>Whose connection it came by.</summary>
    public int Node { get; } = node;

    /// <summary>Taken once: the writer empties its batch when it tells the callers.</summary>
    public CommitGroup[] Groups { get; } = [.. batch.Groups];

    public IReadOnlyList<Domain.Wallets.EntryLink> Delivered { get; } = batch.Delivered;

    public TransactionState State { get; set; } = TransactionState.Open;

    /// <summary>When COMMIT was sent.</summary>
    public long SentAt { get; set; }

    /// <summary>True once COMMIT was sent: the end of its connection doesn't stop it any more.</summary>
    public bool CommitSent { get; set; }

    /// <summary>
    /// Null when its answer was not lost; else until when its client was in doubt about it,
    /// <see cref="long.MaxValue"/> while it is.
    /// </summary>
    public long? DoubtEndsAt { get; set; }

    /// <summary>True while its wallets and keys are locked; others wait for them.</summary>
    public bool HasLocks { get; set; }

    /// <summary>All that it records, in order; kept apart, for the writer empties its batch.</summary>
    public UInt128[] Keys { get; } = KeysOf(batch);

    private static UInt128[] KeysOf(CommitBatch batch)
    {
        var count = 0;
        foreach (var group in batch.Groups)
        {
            for (var i = 0; i < group.Units.Count; i++)
            {
                count += group.Units[i].Keys.Count;
            }
        }

        var keys = new UInt128[count];
        var at = 0;
        foreach (var group in batch.Groups)
        {
            for (var i = 0; i < group.Units.Count; i++)
            {
                var unit = group.Units[i].Keys;
                for (var j = 0; j < unit.Count; j++)
                {
                    keys[at++] = unit[j].Key;
                }
            }
        }

        return keys;
    }
}
