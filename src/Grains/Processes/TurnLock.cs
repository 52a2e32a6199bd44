namespace OrleansWallet.Grains.Processes;

/// <summary>
/// Lets one call of a grain in at a time, in order, although its turns interleave. For use in
/// one grain's turns only.
/// </summary>
internal sealed class TurnLock
{
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private bool _taken;

    public Task Enter()
    {
        if (!_taken)
        {
            _taken = true;
            return Task.CompletedTask;
        }

        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Enqueue(turn);
        return turn.Task;
    }

    public void Leave()
    {
        if (_waiting.TryDequeue(out var next))
        {
            next.SetResult();
        }
        else
        {
            _taken = false;
        }
    }
}
