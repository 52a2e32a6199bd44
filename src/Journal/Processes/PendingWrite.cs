using OrleansWallet.Journal.Postgres;

namespace OrleansWallet.Journal.Processes;

/// <summary>A write with its caller.</summary>
internal sealed class PendingWrite(ProcessWrite write)
{
    // Of this process, and counted on from: asking the system for a random one at each write was a
    // thirtieth of a trade's processor time.
    private static readonly UInt128 _first = Uuid.ToUInt128(Guid.NewGuid());
    private static long _made;

    private readonly TaskCompletionSource<ProcessCommit> _result =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ProcessWrite Write { get; } = write;

    /// <summary>This try's mark in the row.</summary>
    public Guid Token { get; } = Uuid.Of(_first + (ulong)Interlocked.Increment(ref _made));

    /// <summary>True once a commit with it was sent and not answered.</summary>
    public bool IsDoubtful { get; set; }

    public Task<ProcessCommit> Task => _result.Task;

    public void Complete(ProcessCommit result) => _result.TrySetResult(result);
}
