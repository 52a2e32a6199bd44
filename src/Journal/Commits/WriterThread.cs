using System.Collections.Concurrent;

namespace OrleansWallet.Journal.Commits;

/// <summary>A thread of its own for one asynchronous method and all that it awaits.</summary>
/// <remarks>
/// A writer blocks on its connection. On the pool each answer of the server would wait behind all
/// the callers whom the commit before has woken: milliseconds in each of its round trips.
/// </remarks>
internal sealed class WriterThread : SynchronizationContext
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _work = [];

    private WriterThread()
    {
    }

    /// <param name="name">The thread's name, for tools.</param>
    /// <param name="run">Runs until the writer is stopped.</param>
    /// <returns>Ends when <paramref name="run"/> has ended.</returns>
    public static Task Start(string name, Func<Task> run)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => new WriterThread().Work(run, ended))
        {
            Name = name,
            IsBackground = true,
        };
        thread.Start();
        return ended.Task;
    }

    public override void Post(SendOrPostCallback d, object? state) => _work.Add((d, state));

    public override SynchronizationContext CreateCopy() => this;

    private void Work(Func<Task> run, TaskCompletionSource ended)
    {
        SetSynchronizationContext(this);
        var running = run();
        running.ContinueWith(
            _ => _work.CompleteAdding(), CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        foreach (var (callback, state) in _work.GetConsumingEnumerable())
        {
            callback(state);
        }

        ended.SetFromTask(running);
    }
}
