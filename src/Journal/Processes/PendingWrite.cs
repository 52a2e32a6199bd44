namespace OrleansWallet.Journal.Processes;

/// <summary>A write with its caller.</summary>
internal sealed class PendingWrite(ProcessWrite write)
{
    private readonly TaskCompletionSource<ProcessCommit> _result =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ProcessWrite Write { get; } = write;

    /// <summary>This try's mark in the row.</summary>
    public Guid Token { get; } = Guid.NewGuid();

    /// <summary>True once a commit with it was sent and not answered.</summary>
    public bool IsDoubtful { get; set; }

    public Task<ProcessCommit> Task => _result.Task;

    public void Complete(ProcessCommit result) => _result.TrySetResult(result);
}
