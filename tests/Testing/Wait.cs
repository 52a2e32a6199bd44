namespace OrleansWallet.Testing;

/// <summary>For what comes by itself, soon.</summary>
public static class Wait
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    /// <exception cref="OperationCanceledException">It did not come.</exception>
    public static Task Until(Func<bool> condition) =>
        Until(() => Task.FromResult(condition()));

    /// <inheritdoc cref="Until(Func{bool})"/>
    public static async Task Until(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(_patience);
        while (!await condition())
        {
            await Task.Delay(5, patience.Token);
        }
    }
}
